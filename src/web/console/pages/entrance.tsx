// The frame of the pages before one is signed in.
import type { ReactNode } from 'react'
import logo from '../baton.svg'

export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-5 py-10">
      <div className="w-full max-w-sm">
        <p className="mb-8 flex items-center gap-3">
          <img src={logo} alt="" width={36} height={36} />
          <span className="font-display text-xl font-semibold">Baton</span>
        </p>
        <h1 className="mb-4 font-display text-2xl leading-tight font-semibold text-balance">{title}</h1>
        {children}
      </div>
    </main>
  )
}
