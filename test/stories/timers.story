// What the clock may do, and what it may not.

# Five minutes unclaimed: the handoff is marked as overdue, and goes on waiting for a person
Customer: I want to talk to a person
=> handoff explicit-request
wait: 4 minutes
queue: waiting
wait: 2 minutes
queue: overdue
=> silent
owner: queue

# Half an hour of staff silence with the customer waiting: back to the queue, never to the bot
Customer: I want to talk to a person
=> handoff explicit-request
Ana: One moment, I look it up.
Customer: ok thanks
wait: 29 minutes
owner: staff
wait: 2 minutes
owner: queue
queue: overdue
=> silent
Ben takes next
owner: staff

# Writing on does not push the half hour back
Customer: I want to talk to a person
=> handoff explicit-request
Ana: One moment.
Customer: sure
wait: 20 minutes
Customer: still there?
wait: 11 minutes
owner: queue
=> silent

# Staff spoke last: however long it takes, it stays theirs until the case ends
Customer: I want to talk to a person
=> handoff explicit-request
Ana: I have written to the carrier and will tell you.
wait: 10 hours
owner: staff
wait: 15 hours
owner: nobody
case: staff_resolved
=> silent

# A promise of a person does not run out: after three days it still waits
Customer: human please
=> handoff explicit-request
wait: 3 days
owner: queue
queue: overdue
=> silent
