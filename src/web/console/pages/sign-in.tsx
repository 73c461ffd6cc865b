// Name and password.
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../../../http/shapes/console.ts'
import { client } from '../api/client.ts'
import { call, plain } from '../api/http.ts'
import { meQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import { Entrance } from './entrance.tsx'

export function SignIn() {
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => call<Me>('/sign-in', { method: 'POST', body: { name: name.trim(), password } }),
    async onSuccess() {
      client.clear()
      await client.fetchQuery(meQuery)
      await navigate({ to: inside(next), replace: true })
    },
  })
  return (
    <Entrance title="Sign in">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!signIn.isPending) signIn.mutate()
        }}
      >
        <Field label="Name">
          {(ties) => (
            <Input
              {...ties}
              required
              autoFocus
              autoComplete="username"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password" problem={signIn.error ? plain(signIn.error) : undefined}>
          {(ties) => (
            <Input
              {...ties}
              required
              type="password"
              autoComplete="current-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" className="h-10" busy={signIn.isPending}>
          Sign in
        </Button>
      </form>
      <p className="mt-8 text-[0.8125rem] text-faint text-pretty">
        The first time here, or forgot the password? Run{' '}
        <code className="font-mono text-soft">npx baton owner-link</code> where Baton is installed and open the link
        that it prints. Staff can ask an owner for a link.
      </p>
    </Entrance>
  )
}

/** Only places of the console itself: an address from outside is not followed. */
function inside(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/queue'
}
