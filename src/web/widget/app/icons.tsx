// The few pictures of the chat, drawn as lines that take the colour of their text.
import type { ComponentChildren } from 'preact'

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const SparkIcon = () => (
  <Icon>
    <path d="M12 4v3M12 17v3M4 12h3M17 12h3M7 7l1.6 1.6M15.4 15.4L17 17M7 17l1.6-1.6M15.4 8.6L17 7" />
  </Icon>
)
export const WaitIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 8v4.5l3 1.8" />
  </Icon>
)
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8.5" r="3.5" />
    <path d="M5 19.5c.8-3.6 3.6-5.5 7-5.5s6.2 1.9 7 5.5" />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
)
export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5.5M6 11l6-6 6 6" />
  </Icon>
)
export const SourceIcon = () => (
  <Icon>
    <path d="M6 3.5h8.5L18 7v13.5H6zM9 11h6M9 15h6" />
  </Icon>
)
