// The small words by which a text shows its language to the token estimate: data.

const ENGLISH =
  'the and you your for is are of to it we our with can this that be have not from was by or if my how do what will'

// German, Spanish, French, Portuguese, Italian, Dutch, Swedish, Norwegian, Indonesian.
const WESTERN = `
  der die das und ist nicht ich sie ein eine zu mit von den für auf im in dem des wie kann wird werden bei aus
  de el que en y los un una por con para es del su mi le les et est vous je dans pour votre du au ou
  com da você seu il di che per non sono della nel alla è os as em um uma não ao het een van ik niet op voor met uw
  och att som på inte är jeg er ikke yang dan untuk dengan ini anda tidak di`

export const SMALL_WORDS: ReadonlyMap<string, 'english' | 'western'> = new Map([
  ...WESTERN.trim()
    .split(/\s+/)
    .map((word) => [word, 'western'] as const),
  ...ENGLISH.split(' ').map((word) => [word, 'english'] as const),
])
