// A one-time link: who it makes you, and the name and password you choose.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RoleName } from '../../../http/shapes/console.ts'
import { client } from '../api/client.ts'
import { ApiError, call, plain } from '../api/http.ts'
import { meQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import { Loading, Skeleton, Trouble } from '../ui/state.tsx'
import { Entrance } from './entrance.tsx'

const ROLES: Record<RoleName, string> = {
  owner: 'an owner: you answer customers, invite colleagues and see everything',
  staff: 'staff: you answer customers',
  viewer: 'a viewer: you read along and change nothing',
}

export function Welcome() {
  const { link } = useSearch({ from: '/welcome' })
  const { data, error, refetch } = useQuery({
    queryKey: ['link', link],
    queryFn: ({ signal }) =>
      call<{ kind: 'owner' | 'invite'; role: RoleName }>(`/links/${encodeURIComponent(link ?? '')}`, { signal }),
    enabled: link !== undefined && link !== '',
    refetchOnWindowFocus: false,
    // The first look decides: when the link is spent by this very page, nobody needs to hear of it.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!link || (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429))
    return <Spent />
  if (error) {
    return (
      <Entrance title="Welcome">
        <Trouble error={error} onRetry={() => void refetch()} />
      </Entrance>
    )
  }
  if (!data) {
    return (
      <Entrance title="Welcome">
        <Loading label="Looking at the link">
          <Skeleton className="h-40 w-full" />
        </Loading>
      </Entrance>
    )
  }
  return <Redeem link={link} role={data.role} />
}

function Redeem({ link, role }: { link: string; role: RoleName }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const redeem = useMutation({
    mutationFn: () =>
      call(`/links/${encodeURIComponent(link)}`, { method: 'POST', body: { name: name.trim(), password } }),
    async onSuccess() {
      client.removeQueries({ queryKey: ['me'] })
      await client.fetchQuery(meQuery)
      await navigate({ to: '/queue', replace: true })
    },
  })
  const fields = redeem.error instanceof ApiError ? redeem.error.fields : []
  const problem = (field: string) => fields.find((one) => one.field === field)?.reason
  const rest = redeem.error && fields.length === 0 ? plain(redeem.error) : undefined
  return (
    <Entrance title="Welcome to Baton">
      <p className="mb-5 text-soft text-pretty">
        This link makes you {ROLES[role]}. Choose how you sign in from now on.
      </p>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!redeem.isPending) redeem.mutate()
        }}
      >
        <Field label="Name" hint="Customers see it when you answer them." problem={problem('name')}>
          {(ties) => (
            <Input
              {...ties}
              required
              autoFocus
              autoComplete="username"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Password"
          hint="A few words that only you would put together make a good one."
          problem={problem('password') ?? rest}
        >
          {(ties) => (
            <Input
              {...ties}
              required
              type="password"
              autoComplete="new-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" className="h-10" busy={redeem.isPending}>
          Start
        </Button>
      </form>
    </Entrance>
  )
}

function Spent() {
  return (
    <Entrance title="This link is used or too old">
      <div className="grid gap-3 text-soft text-pretty">
        <p>Each link works once, within its time.</p>
        <p>
          For a new one, run <code className="font-mono text-ink">npx baton owner-link</code> where Baton is installed,
          or ask an owner to invite you again.
        </p>
        <p>
          Already have a name and password?{' '}
          <Link to="/sign-in" className="font-medium text-accent-text underline underline-offset-2">
            Sign in
          </Link>
        </p>
      </div>
    </Entrance>
  )
}
