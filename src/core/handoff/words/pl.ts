// Polish.
// biome-ignore-all format: phrase lists read better in full lines
import type { LanguageWords } from '../matching/language-words.ts'

export const pl: LanguageWords = {
  language: 'pl',
  verbLast: true,
  reach: [
    'porozmawiać', 'rozmawiać', 'pogadać', 'gadać', 'pomówić', 'mówić', 'rozmowa z', 'rozmowę z', 'rozmowy z',
    'czatować', 'skontaktować', 'skontaktuj', 'skontaktujcie', 'kontakt z', 'kontaktu z', 'połączyć', 'połącz',
    'połączcie', 'proszę połączyć', 'połączenie z', 'przełączyć', 'przełącz', 'przełączcie', 'przekierować',
    'przekieruj', 'przekierujcie', 'przekaż', 'przekazać', 'daj mi', 'dajcie mi', 'zawołaj', 'zawołać', 'zadzwonić do',
    'dodzwonić', 'pomoc od', 'pomocy od', 'obsłużony przez', 'obsłużona przez', 'pisać z', 'popisać z', 'wezwać',
    'poprosić', 'zwrócić się do', 'omówić', 'odpowiedź od', 'dostać się do',
  ],
  reachBack: [
    'do mnie zadzwoni', 'zadzwoni do mnie', 'oddzwoni', 'mi pomoże', 'pomoże mi', 'może mi pomóc', 'mógłby mi pomóc',
    'mi odpowie', 'skontaktuje się ze mną', 'się ze mną skontaktuje', 'z kim porozmawiać', 'z kim mogę porozmawiać',
    'z którym mogę porozmawiać', 'z którą mogę porozmawiać',
  ],
  want: [
    'chcę', 'chce', 'chciałbym', 'chciałabym', 'potrzebuję', 'potrzebuje', 'potrzebny', 'potrzebna', 'poproszę',
    'poproszę o', 'proszę o', 'prosze o', 'żądam', 'wymagam', 'wolę', 'wolałbym', 'wolałabym', 'czekam na', 'szukam',
    'czy jest', 'jest tu', 'jest tam', 'czy macie', 'macie', 'życzę sobie', 'czy mogę', 'mogę prosić o', 'gdzie jest',
    'proszę',
  ],
  person: [
    'człowiek', 'człowieka', 'człowiekiem', 'człowiekowi', 'czlowiekiem', 'czlowieka', 'żywy człowiek',
    'żywym człowiekiem', 'żywego człowieka', 'prawdziwym człowiekiem', 'prawdziwego człowieka', 'prawdziwą osobą',
    'prawdziwej osoby', 'prawdziwa osoba', 'osoba', 'osobą', 'osoby', 'konsultant*', 'pracownik*', 'operator*',
    'agent', 'agenta', 'agentem', 'przedstawiciel*', 'doradc*', 'obsługa klienta', 'obsługą klienta',
    'obsługi klienta', 'obsługę klienta', 'biuro obsługi', 'biurem obsługi', 'bok', 'kierownik*', 'menedżer*',
    'manager*', 'przełożon*', 'sprzedawc*', 'ludźmi', 'ludzka pomoc', 'ludzkiej pomocy', 'czat na żywo',
    'asystent ludzki', 'specjalist*', 'infolini*', 'człowiekem', 'czlowiek',
  ],
  someone: [
    'ktoś', 'kogoś', 'kimś', 'komuś', 'ktokolwiek', 'kimkolwiek', 'kimś żywym', 'wsparcie', 'wsparciem', 'support',
    'supportem', 'szef', 'szefem', 'szefa', 'właściciel*', 'ekspert*', 'zespół', 'zespołem', 'pani', 'panią', 'panem',
    'z krwi i kości', 'kims', 'kogos',
  ],
  machine: [
    'bot', 'bota', 'botem', 'boty', 'botów', 'botami', 'robot', 'robota', 'robotem', 'roboty', 'robotów', 'robotami',
    'maszyna', 'maszyną', 'maszyny', 'chatbot', 'chatbotem', 'komputer', 'komputerem', 'automat', 'automatem',
    'automatu', 'sztuczna inteligencja', 'sztuczną inteligencją', 'wirtualnym asystentem', 'automatyczne odpowiedzi',
  ],
  asks: [
    'nie z botem', 'nie z robotem', 'nie z maszyną', 'nie bot', 'nie bota', 'nie robota', 'proszę o telefon',
    'proszę do mnie zadzwonić', 'zadzwońcie do mnie', 'oddzwońcie', 'proszę oddzwonić', 'ktoś żywy',
    'żywego człowieka', 'żywym człowiekiem', 'człowieka proszę', 'konsultanta proszę', 'potrzebuję kogoś',
    'czy jest tu ktoś żywy',
  ],
  bare: [
    'człowiek', 'człowieka', 'czlowiek', 'konsultant', 'konsultanta', 'pracownik', 'operator', 'agent',
    'obsługa klienta', 'biuro obsługi klienta', 'żywy człowiek', 'prawdziwy człowiek', 'prawdziwa osoba', 'doradca',
    'przedstawiciel', 'kierownik', 'menedżer', 'czat na żywo', 'infolinia', 'rozmowa z konsultantem',
    'kontakt z konsultantem', 'bok',
  ],
  between: [
    'z', 'ze', 'do', 'na', 'od', 'w', 'o', 'się', 'sie', 'mi', 'mnie', 'ja', 'wy', 'was', 'wasz*', 'państwa', 'jakimś',
    'jakiegoś', 'jakąś', 'jakiś', 'innym', 'inną', 'innego', 'żywym', 'żywego', 'żywy', 'żywą', 'prawdziwym',
    'prawdziwego', 'prawdziwy', 'prawdziwą', 'realnym', 'normalnym', 'kimś', 'kogoś', 'ktoś', 'kim', 'proszę',
    'prosze', 'teraz', 'zaraz', 'już', 'natychmiast', 'bezpośrednio', 'osobiście', 'mogę', 'może', 'można', 'mógłbym',
    'mogłabym', 'chcę', 'chciałbym', 'chciałabym', 'wolę', 'tylko', 'tu', 'tam', 'jest', 'i', 'po', 'prostu',
    'wreszcie', 'czy', 'jak', 'którym', 'którą', 'który', 'swoim', 'ludzkim', 'pilnie', 'czacie', 'kurwa', 'szybko',
    'to', 'a',
  ],
  after: [
    'który', 'która', 'z którym', 'proszę', 'prosze', 'teraz', 'tu', 'tam', 'dostępny', 'dostępna', 'i', 'albo', 'lub',
    'ale', 'żeby', 'aby', 'nie', 'a nie', 'natychmiast', 'pilnie', 'szybko', 'bo', 'ponieważ', 'na czacie', 'online',
    'z obsługi', 'z działu', 'do', 'w sprawie', 'już', 'zamiast', 'jak najszybciej', 'od zaraz', 'po drugiej',
    'dzięki', 'chcę', 'na linii', 'z krwi', 'z',
  ],
  breaks: ['powiedział', 'powiedziała', 'mówił', 'mówiła', 'był', 'była', 'dla'],
  refuse: [
    'nie chcę', 'nie chce', 'nie potrzebuję', 'nie potrzebuje', 'nie trzeba', 'nie muszę', 'bez', 'nie chciałbym',
    'nie chciałabym', 'nie łącz', 'nie przełączaj', 'nie wolę', 'nie ma potrzeby', 'nienawidzę', 'wolę nie',
    'nie lubię', 'już nie potrzebuję', 'niepotrzebny', 'niepotrzebna',
  ],
  whether: [
    'czy jesteś', 'jesteś', 'czy to', 'czy rozmawiam', 'rozmawiam', 'czy pan jest', 'czy pani jest', 'czy muszę',
    'czy trzeba', 'kim jest', 'kto jest',
  ],
  rejects: ['dość', 'mam dość', 'zamiast', 'żadnych', 'żadnego', 'koniec z', 'zmęczony', 'nie z', 'odmawiam', 'stop'],
  never: [
    'na osobę', 'od osoby', 'za osobę', 'dla osoby', 'wysokiej osoby', 'osobiście', 'inna osoba', 'innej osoby',
    'wysoki człowiek', 'wysokiego człowieka', 'ludzkie włosy', 'ludzkich włosów', 'ciało człowieka', 'prawa człowieka',
    'ile osób', 'agent nieruchomości', 'biuro podróży', 'agent celny', 'godziny obsługi klienta',
    'numer obsługi klienta', 'telefon do obsługi', 'ktoś inny', 'kogoś innego', 'prezent dla kogoś', 'dla kogoś',
    'danych osobowych', 'operator logistyczny', 'operator komórkowy', 'jedna osoba', 'jednej osoby', 'obok',
  ],
  lookalikes: [
    'osobno', 'osobny', 'osobisty', 'agencja', 'agentura', 'operacja', 'pracować', 'mówi', 'rozmiar', 'rozmiary',
    'rozmawiał', 'potrzebne', 'poprosić', 'proszek', 'prosty', 'proste', 'szukać', 'szuka', 'macierz', 'dajcie',
    'boku', 'lubię', 'przekazał', 'połączeń', 'żywica', 'wołać', 'wola', 'wolno', 'wolne',
  ],
  greetings: [
    'cześć', 'czesc', 'hej', 'hejka', 'siema', 'witam', 'witaj', 'dzień dobry', 'dzien dobry', 'dobry wieczór',
    'dobry', 'dobranoc', 'jak się masz', 'co słychać', 'co tam', 'halo', 'szanowni państwo', 'witajcie', 'wszystkich',
    'serdecznie', 'elo', 'siemka', 'hi', 'hello',
  ],
  thanks: [
    'dziękuję', 'dziekuje', 'dzięki', 'dzieki', 'dziękuje', 'dzięki wielkie', 'bardzo dziękuję', 'serdecznie dziękuję',
    'dziękuję bardzo', 'dziękuję za pomoc', 'dziękuję za informację', 'dzięki za pomoc', 'dzięki za info',
    'wielkie dzięki', 'do widzenia', 'pa', 'miłego dnia', 'dobrego dnia', 'na razie', 'pozdrawiam', 'bardzo',
    'ślicznie', 'thx', 'za odpowiedź',
  ],
  fine: [
    'ok', 'okej', 'okay', 'dobrze', 'dobra', 'super', 'świetnie', 'rozumiem', 'jasne', 'w porządku', 'spoko', 'fajnie',
    'idealnie', 'doskonale', 'to wszystko', 'nic więcej', 'zrozumiałem', 'zrozumiałam', 'wszystko jasne', 'git',
    'ekstra', 'bardzo dobrze', 'pięknie', 'bomba', 'wiem już',
  ],
  yes: [
    'tak', 'no tak', 'tak proszę', 'proszę', 'poproszę', 'tak poproszę', 'jasne', 'oczywiście', 'pewnie', 'ok', 'okej',
    'dobrze', 'dobra', 'zgoda', 'chętnie', 'bardzo chętnie', 'byłoby miło', 'byłoby super', 'zgadza się', 'dokładnie',
    'owszem', 'no pewnie', 'niech będzie', 'super', 'jak najbardziej', 'bardzo proszę', 'ta', 'świetnie',
  ],
  no: [
    'nie', 'nie dziękuję', 'nie trzeba', 'nie teraz', 'jeszcze nie', 'nie potrzebuję', 'dziękuję nie', 'raczej nie',
    'nieważne', 'nie nie trzeba', 'nic',
  ],
  polite: [
    'proszę', 'prosze', 'poproszę', 'teraz', 'zaraz', 'natychmiast', 'pilnie', 'dziękuję', 'przepraszam', 'dzięki',
    'pilne', 'szybko', 'już',
  ],
}
