// Ways to say "I am a human being", in the languages customers write: no automatic text may.

// A denial ("I am not a human") has other words between, so it does not match.
const CLAIMS = [
  /\bi(?:['’]m| am) (?:(?:actually|really|indeed|just|definitely) )?(?:a |an )?(?:(?:real|actual|living|fellow) )?(?:human(?: being)?|person|man|woman)\b/iu,
  /\b(?:speaking|talking|chatting) (?:to|with) a (?:real|living|human) (?:person|human|being|agent)\b/iu,
  /\bich bin (?:wirklich |tatsächlich )?(?:ein |eine )?(?:echter |echte |richtiger |richtige )?(?:mensch|person)\b/iu,
  /\bje suis (?:bien |vraiment )?(?:un |une )?(?:vrai |vraie )?(?:humaine?|être humain|personne)(?!\p{L})/iu,
  /\bsoy (?:una? )?(?:persona|humano|humana|ser humano)(?!\p{L})/iu,
  /\bsou (?:uma? )?(?:pessoa|humano|humana|ser humano)(?!\p{L})/iu,
  /\bsono (?:una? )?(?:persona|umano|umana|essere umano)(?!\p{L})/iu,
  /\bik ben (?:een )?(?:echt |echte )?(?:mens|persoon)\b/iu,
  /\bsaya (?:adalah )?(?:seorang )?(?:manusia|orang sungguhan)\b/iu,
  /(?<!\p{L})ben (?:gerçek )?(?:bir )?insanım(?!\p{L})/iu,
  /(?<!\p{L})я (?:(?:настоящий|живой|реальный) )?человек(?!\p{L})/iu,
  /(?:أنا|انا) (?:إنسان|انسان|شخص حقيقي|بشر)/u,
  /मैं (?:एक )?(?:असली )?(?:इंसान|मनुष्य|व्यक्ति) हूँ/u,
  /我(?:就)?是(?:真人|人类|人類|一个人|一個人|真实的人)/u,
  /私は(?:人間|本物の人)(?:です|だ)/u,
]

export function claimsToBeHuman(text: string): boolean {
  return CLAIMS.some((claim) => claim.test(text))
}
