// The ways customers can reach us: here is the list.
import { createWebChat } from './webchat/channel.ts'

export { createMemoryChannel } from './memory.ts'
export { createTerminalChannel } from './terminal.ts'

/** Those that the setting `CHANNELS` may name. */
export const SERVED_CHANNELS = { webchat: createWebChat } as const
