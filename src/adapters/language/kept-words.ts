// Words that stop lists drop and a customer's question needs: question words, negations, times and amounts.

/** By language, lower case; words without their accents count as the same. */
export const KEPT_WORDS: Readonly<Record<string, string>> = {
  en: 'what when where which who whom whose why how not no nor never without before after under over out off up down back still many much both between through most',
  es: 'como cómo cuando cuándo donde dónde quien quién cual cuál cuanto cuánto cuánta cuántos no ni nunca sin contra hasta desde también',
  fr: 'quand où comment pourquoi quel quelle quels quelles qui combien pas sans non jamais avant après',
  pt: 'como quando onde quem qual quais quanto quanta não nem sem nunca até depois antes',
  de: 'wann wo wie was wer wen wem welche welcher welches warum wieso weshalb wohin woher wieviel viel lange nicht kein keine keinen nie niemals ohne nein tag tage tagen jahr jahre jahren uhr zeit rechte richtig neu neue neuen neuer neues gut klein kleine kleiner große grosse großen grossen groß gross offen hoch lang drei vier fünf sechs sieben acht neun zehn zwei',
  it: 'quando dove come perché chi cosa quale quali quanto quanti quanta quante non senza mai prima dopo contro',
  nl: 'wanneer waar hoe wat wie welke waarom hoeveel niet geen zonder nooit niets',
  tr: 'ne nasıl neden niçin niye nerede nereye nereden kim hangi kaç değil hiç yok var mı mi sonra önce yarın bugün',
  id: 'apa apakah bagaimana berapa kapan kapankah dimana mana siapa mengapa kenapa tidak tanpa bukan belum jangan bulan hari tahun lama cara buat minta waktu awal akhir baru kecil besar tempat masalah jelas',
  ru: 'что как где когда куда кто какой какая какие почему зачем сколько не нет нельзя никогда без после до перед можно сегодня',
  ar: 'ما ماذا متى أين اين كيف كم من هل لماذا أي اي لا لم لن ليس ليست بدون غير دون قبل بعد سعر عام سنة سنوات يوم ايام اليوم غدا شهر',
  hi: 'क्या कब कहाँ कहां कैसे कौन क्यों कितना कितने कितनी नहीं नही ना बिना बाद पहले किस',
  zh: '不 没 没有 无 何 几 谁 哪 什么 怎么 怎样 多少 为什么',
  ja: 'ない 何 いつ どこ なぜ どう',
}
