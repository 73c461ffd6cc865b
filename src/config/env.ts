// The names of all variables, what they hold and what they are for. Reads nothing and decides nothing.

export interface Variable {
  name: string
  /** Shown in `.env.example`; the value that holds when it is unset, as text. */
  fallback: string
  /** One line for the person who edits `.env`. */
  about: string
  secret?: true
}

export interface Group {
  title: string
  variables: readonly Variable[]
}

export const ENVIRONMENT: readonly Group[] = [
  {
    title: 'Where it listens',
    variables: [
      { name: 'PORT', fallback: '3000', about: 'The port of pages and API.' },
      { name: 'HOST', fallback: '127.0.0.1', about: 'The address to listen on; 0.0.0.0 lets other machines in.' },
      {
        name: 'PUBLIC_URL',
        fallback: '',
        about:
          'Where people reach it, e.g. https://chat.example.com; links begin with it, and https makes cookies secure.',
      },
    ],
  },
  {
    title: 'Folders',
    variables: [
      { name: 'DATA_DIR', fallback: 'data', about: 'The database and everything that must survive.' },
      { name: 'KNOWLEDGE_DIR', fallback: 'knowledge', about: 'What the bot knows.' },
      { name: 'PROMPTS_DIR', fallback: 'prompts', about: 'How the bot behaves.' },
    ],
  },
  {
    title: 'Other programs',
    variables: [
      {
        name: 'REDIS_URL',
        fallback: '',
        secret: true,
        about: 'Redis for wake-ups, e.g. redis://127.0.0.1:6379; without it they are made in the program itself.',
      },
    ],
  },
  {
    title: 'Channels',
    variables: [
      { name: 'CHANNELS', fallback: 'webchat', about: 'Ways customers reach the shop, separated by commas.' },
    ],
  },
  {
    title: 'The model',
    variables: [
      {
        name: 'OPENAI_API_KEY',
        fallback: '',
        secret: true,
        about: 'The key of an OpenAI-compatible server. Without key and base URL the best passage is quoted.',
      },
      {
        name: 'OPENAI_BASE_URL',
        fallback: '',
        about: 'Another server of the same protocol, e.g. http://127.0.0.1:11434/v1; then no key is needed.',
      },
      { name: 'OPENAI_MODEL', fallback: 'gpt-4.1-mini', about: 'The model that writes answers.' },
      {
        name: 'OPENAI_EMBEDDING_MODEL',
        fallback: '',
        about: 'An embedding model; its results are fused with the words’.',
      },
      {
        name: 'MODEL',
        fallback: '',
        about:
          'Another vendor’s LangChain chat model, e.g. @langchain/anthropic#ChatAnthropic; install its package first.',
      },
      { name: 'MODEL_OPTIONS', fallback: '', secret: true, about: 'What that model is made with, as JSON.' },
    ],
  },
  {
    title: 'The console and the log',
    variables: [
      {
        name: 'CONSOLE_TOKEN',
        fallback: '',
        secret: true,
        about: 'A bearer token that acts as the staff member “owner”, for scripts; at least 20 characters.',
      },
      { name: 'LOG_LEVEL', fallback: 'info', about: 'debug, info, warn or error.' },
    ],
  },
]

export const VARIABLES: readonly Variable[] = ENVIRONMENT.flatMap((group) => group.variables)

/** What is set: an empty variable is an unset one. */
export type Env = Readonly<Record<string, string | undefined>>
