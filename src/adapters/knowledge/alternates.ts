// Lists of other ways to ask: a paragraph such as "Also asked as:" and the list after it.

const INTRODUCTIONS =
  /^(?:also asked as|also asked|other ways to ask|tambi[eé]n (?:preguntan|se pregunta|preguntado)(?: como| así)?|otras formas de preguntar(?:lo)?|aussi demand[eé] comme|autres formulations|auch gefragt als|auch gefragt|tamb[eé]m perguntam|tamb[eé]m perguntado como|altre domande|chiesto anche come|ook gevraagd als|juga ditanyakan sebagai|şöyle de sorulur|также спрашивают|يُسأل أيضا|يسأل أيضا|यह भी पूछा जाता है|也这样问|也可以这样问|こうも聞かれます)$/i

/** Whether a paragraph introduces such a list. */
export function introducesAlternates(paragraph: string): boolean {
  return INTRODUCTIONS.test(
    paragraph
      .replace(/[*_:：\s]+$/u, '')
      .replace(/^[*_\s]+/u, '')
      .trim(),
  )
}
