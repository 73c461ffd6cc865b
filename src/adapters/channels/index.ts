// The ways customers can reach us: here is the list.
import { createMemoryChannel } from './memory.ts'
import { createTerminalChannel } from './terminal.ts'
import { createWebChat } from './webchat/channel.ts'

/** Those that the setting `CHANNELS` may name. */
export const SERVED_CHANNELS = { webchat: createWebChat } as const

export const CHANNELS = { ...SERVED_CHANNELS, terminal: createTerminalChannel, memory: createMemoryChannel } as const
