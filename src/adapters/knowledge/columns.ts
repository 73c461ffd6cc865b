// What the columns of a table are called, in the languages of the shops that export them.

export type Column = 'question' | 'answer' | 'id' | 'title' | 'language' | 'validUntil' | 'link' | 'audience'

const NAMES: Readonly<Record<Column, string>> = {
  question: `question, questions, q, ask, asked, query, customer question, faq, prompt, pregunta, preguntas, consulta, question
    posee, demande, pergunta, perguntas, duvida, frage, fragen, kundenfrage, domanda, domande, vraag, vragen, soru, sorular,
    pertanyaan, tanya, вопрос, вопросы, السؤال, سؤال, الاسئله, प्रश्न, सवाल, 问题, 問題, 提问, 質問, 질문, pytanie, intrebare, fraga, sporsmal`,
  answer: `answer, answers, a, reply, response, text, content, respuesta, respuestas, contestacion, reponse, reponses, resposta,
    respostas, antwort, antworten, risposta, risposte, antwoord, antwoorden, cevap, yanit, jawaban, jawab, ответ, ответы,
    الجواب, جواب, الاجابه, اجابه, उत्तर, जवाब, 答案, 回答, 答复, 回复, 回答内容, 답변, odpowiedz, raspuns, svar`,
  id: 'id, key, ref, reference, clave, code, codigo, nr, no, kennung, 编号, 番号',
  title: 'title, topic, subject, heading, category, titulo, tema, asunto, titre, sujet, titel, thema, titolo, baslik, konu, judul, название, тема, العنوان, शीर्षक, 标题, タイトル, 제목',
  language: 'language, lang, locale, idioma, langue, lingua, sprache, taal, dil, bahasa, язык, اللغه, भाषा, 语言, 言語, 언어',
  validUntil: 'validuntil, valid until, valid_until, expires, expiry, end date, valido hasta, caduca, valable jusqu au, gultig bis, valido ate, valido fino al, geldig tot',
  link: 'link, url, web, website, enlace, lien, 链接',
  audience: 'audience, for, publico, zielgruppe',
} // biome-ignore format: word lists

const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.split(',').map((name) => [plain(name), column as Column])),
)

/** Which columns a header row names; the first of two with one meaning counts. */
export function columnsOf(header: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  for (const [i, cell] of header.entries()) {
    const column = COLUMNS.get(plain(cell))
    if (column && !found.has(column)) found.set(column, i)
  }
  return found
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.charAt(0))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ı/g, 'i')
    .replace(/[\s_'’-]+/g, ' ')
    .trim()
}
