// Dutch.
// biome-ignore-all format: phrase lists read better in full lines
import type { LanguageWords } from '../matching/language-words.ts'

export const nl: LanguageWords = {
  language: 'nl',
  verbLast: true,
  reach: [
    'spreken', 'te spreken', 'praten', 'te praten', 'chatten', 'te chatten', 'bellen', 'telefoneren', 'overleggen',
    'communiceren', 'contact opnemen', 'contact met', 'contact hebben', 'contact krijgen', 'in contact',
    'doorverbinden', 'verbind me', 'verbind mij', 'verbinden', 'verbonden worden', 'doorsturen',
    'doorgeschakeld worden', 'doorschakelen', 'bereiken', 'geholpen worden', 'te woord', 'geef me', 'geef mij', 'haal',
    'stuur me', 'hulp van', 'antwoord van', 'overgezet worden', 'zet me door', 'schakel me door', 'praat met',
    'te maken hebben',
  ],
  reachBack: [
    'mij helpen', 'me helpen', 'me helpt', 'mij helpt', 'me bellen', 'mij bellen', 'me terugbellen', 'mij terugbellen',
    'contact met mij opnemen', 'contact met me opnemen', 'me te woord staan', 'waarmee ik kan praten',
    'met wie ik kan praten',
  ],
  want: [
    'wil', 'wil graag', 'ik wil', 'zou graag', 'zou graag een', 'heb nodig', 'nodig', 'ik heb', 'wens', 'eis',
    'verlang', 'zoek', 'wacht op', 'is er', 'zijn er', 'hebben jullie', 'heeft u', 'kan ik', 'mag ik', 'krijg ik',
    'liever', 'verzoek om',
  ],
  person: [
    'mens', 'mensen', 'echt mens', 'echte mens', 'echt persoon', 'echte persoon', 'persoon', 'medewerker',
    'medewerkster', 'medewerkers', 'klantenservice', 'klantendienst', 'klantendienstmedewerker',
    'klantenservicemedewerker', 'adviseur', 'vertegenwoordiger', 'operator', 'agent', 'live agent', 'live chat',
    'menselijke medewerker', 'menselijke hulp', 'menselijk contact', 'manager', 'leidinggevende', 'supervisor',
    'collega', 'helpdesk', 'helpdeskmedewerker', 'verkoper', 'verkoopster', 'levend persoon',
    'iemand van vlees en bloed', 'menselijke ondersteuning', 'contactpersoon',
  ],
  someone: [
    'iemand', 'iemnd', 'support', 'team', 'baas', 'eigenaar', 'service', 'personeel', 'werknemer', 'expert',
    'specialist', 'deskundige', 'mevrouw', 'meneer', 'vlees en bloed', 'een van jullie',
  ],
  machine: [
    'bot', 'bots', 'robot', 'robots', 'machine', 'machines', 'computer', 'chatbot', 'ai', 'kunstmatige intelligentie',
    'automatische antwoorden', 'automatisch antwoord', 'virtuele assistent', 'automatische assistent',
  ],
  asks: [
    'niet met een bot', 'niet met een robot', 'niet met een machine', 'geen bot', 'geen robot', 'bel me terug',
    'bel mij terug', 'bel me', 'terugbellen aub', 'teruggebeld worden', 'mens aub', 'medewerker aub', 'iemand echt',
    'echt iemand', 'echt mens', 'echte persoon', 'iemand nodig',
  ],
  bare: [
    'mens', 'medewerker', 'echt mens', 'echt persoon', 'klantenservice', 'klantendienst', 'operator', 'agent',
    'persoon', 'menselijke hulp', 'live chat', 'manager', 'helpdesk', 'met medewerker spreken',
    'menselijke medewerker', 'medewerker spreken', 'mens spreken', 'adviseur',
  ],
  between: [
    'een', 'n', 'de', 'het', 'met', 'aan', 'naar', 'tot', 'van', 'jullie', 'uw', 'je', 'jouw', 'mij', 'me', 'ik', 'u',
    'andere', 'ander', 'echt', 'echte', 'levend', 'levende', 'menselijke', 'graag', 'aub', 'alsjeblieft',
    'alstublieft', 'direct', 'rechtstreeks', 'nu', 'meteen', 'persoonlijk', 'kan', 'kunnen', 'kunt', 'mag', 'wil',
    'zou', 'willen', 'liever', 'hier', 'daar', 'er', 'even', 'gewoon', 'eindelijk', 'iemand', 'om', 'te', 'die', 'dat',
    'in', 'bij', 'uit', 'team', 'beschikbaar', 'alleen', 'ook', 'hierover', 'en', 'toch', 'over', 'bestelling', 'mijn',
    'moet', 'worden', 'nodig', 'hebben',
  ],
  after: [
    'die', 'dat', 'met', 'aub', 'alsjeblieft', 'alstublieft', 'nu', 'meteen', 'hier', 'daar', 'beschikbaar', 'en',
    'of', 'maar', 'om', 'niet', 'nodig', 'graag', 'direct', 'snel', 'zo snel', 'geen', 'want', 'omdat', 'online',
    'in de chat', 'aan de lijn', 'aan de telefoon', 'van vlees', 'voor mijn', 'ipv', 'in plaats', 'spreken', 'bedankt',
    'aanwezig', 'van de klantenservice', 'dringend',
  ],
  breaks: ['zei', 'gezegd', 'had', 'was', 'werd', 'als', 'heeft', 'voor', 'zegt'],
  refuse: [
    'wil niet', 'wil geen', 'heb geen', 'hoef geen', 'hoef niet', 'niet nodig', 'zonder', 'liever niet', 'liever geen',
    'wil helemaal geen', 'verbind me niet', 'geen behoefte', 'haat', 'niet met', 'hou niet van', 'onnodig',
    'wil nooit', 'niet meer',
  ],
  whether: [
    'ben je', 'bent u', 'ben jij', 'spreek ik', 'praat ik', 'chat ik', 'is dit', 'moet ik', 'is dat', 'wie is',
    'zijn jullie', 'moet je',
  ],
  rejects: ['geen', 'niet met', 'genoeg van', 'zat', 'in plaats van', 'stop met', 'moe van', 'weiger', 'klaar met'],
  never: [
    'per persoon', 'in persoon', 'voor een persoon', 'lang persoon', 'lange mensen', 'grote mensen', 'kleine mensen',
    'ander persoon', 'andere persoon', 'hoeveel mensen', 'hoeveel personen', 'mensenhaar', 'menselijk haar',
    'menselijk lichaam', 'nummer van de klantenservice', 'openingstijden klantenservice', 'klantenservice open',
    'reisagent', 'iemand anders', 'cadeau voor iemand', 'voor iemand', 'team shirts', 'wasmachine', 'naaimachine',
    'agent orange', 'functionaris',
  ],
  lookalikes: [
    'personen', 'persoonlijk', 'persoonlijke', 'menselijk', 'medewerking', 'sprekend', 'sprak', 'spraken', 'gesproken',
    'pratende', 'bellende', 'belden', 'bereikt', 'bereik', 'rekenen', 'breken', 'steken', 'preken', 'verbinding',
    'agenda', 'agent', 'kopers', 'verkopen', 'verkoop', 'verkocht', 'zoeken', 'wacht', 'wachten', 'wensen', 'adviezen',
    'advies', 'collectie', 'eigen', 'beste', 'halen', 'stellen', 'hellen',
  ],
  greetings: [
    'hallo', 'hoi', 'hoi hoi', 'hey', 'hi', 'goedemorgen', 'goedemiddag', 'goedenavond', 'goeiemorgen', 'goeiemiddag',
    'goedendag', 'dag', 'beste', 'hoe gaat het', 'hoe gaat het met je', 'alles goed', 'beste team', 'allemaal',
    'geachte heer', 'mevrouw',
  ],
  thanks: [
    'bedankt', 'dank je', 'dank je wel', 'dankjewel', 'dank u', 'dank u wel', 'dankuwel', 'hartelijk dank',
    'hartelijk bedankt', 'heel erg bedankt', 'erg bedankt', 'bedankt voor de hulp', 'bedankt voor je hulp',
    'bedankt voor de info', 'bedankt voor de informatie', 'thanks', 'thx', 'tot ziens', 'doei', 'fijne dag',
    'nog een fijne dag', 'merci', 'dank', 'top bedankt', 'super bedankt',
  ],
  fine: [
    'ok', 'oke', 'oké', 'prima', 'goed', 'top', 'super', 'perfect', 'mooi', 'duidelijk', 'helder', 'begrepen',
    'ik begrijp het', 'fijn', 'helemaal goed', 'dat was het', 'dat is alles', 'verder niets', 'geweldig', 'in orde',
    'is goed', 'heel goed', 'akkoord', 'dat helpt',
  ],
  yes: [
    'ja', 'jawel', 'jazeker', 'ja graag', 'graag', 'ja hoor', 'ok', 'oke', 'oké', 'prima', 'is goed', 'zeker',
    'natuurlijk', 'doe maar', 'alsjeblieft', 'alstublieft', 'aub', 'ja alsjeblieft', 'ja aub', 'dat zou fijn zijn',
    'dat lijkt me fijn', 'goed', 'goed idee', 'klopt', 'inderdaad', 'yes', 'ja dat is goed', 'heel graag', 'perfect',
    'akkoord', 'doe dat maar',
  ],
  no: [
    'nee', 'neen', 'nee bedankt', 'nee dank je', 'nee hoor', 'niet nodig', 'nu niet', 'nog niet', 'liever niet',
    'hoeft niet', 'laat maar', 'nee niet nodig', 'niets',
  ],
  polite: [
    'aub', 'alsjeblieft', 'alstublieft', 'graag', 'nu', 'meteen', 'direct', 'bedankt', 'sorry', 'dringend', 'svp',
    'please', 'onmiddellijk',
  ],
}
