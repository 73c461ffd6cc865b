// One matter begins, ends, and may begin again.

# Closed by staff with its root cause; the next message is a new case that follows it
Customer: I want to talk to a person
=> handoff explicit-request
case: new
Ana: Your refund is on its way.
Ana closes missing-knowledge
owner: nobody
case: staff_resolved
=> silent
Customer: When are you open?
=> answer stores.html#hours
says: I am an automatic assistant
case: follows

# Closed without naming a cause
Customer: human
=> handoff explicit-request
Ana takes over
Ana closes
owner: nobody
case: staff_resolved

# After more than a week it is another matter
Customer: How do I wash wool?
=> answer care.html#wool
wait: 25 hours
case: bot_resolved
wait: 8 days
Customer: How do I wash linen?
=> answer care.html#linen
case: new

# A day of quiet after an answer: the bot resolved it
Customer: How do gift cards expire?
=> answer gift-cards.jsonl
wait: 23 hours
owner: bot
wait: 2 hours
owner: nobody
case: bot_resolved

# A day of quiet after "I do not know": nobody resolved it
Customer: Is your wool mulesing-free?
=> clarify unknown
wait: 25 hours
owner: nobody
case: abandoned

# Staff closes what nobody answered
Customer: I want to talk to a person
=> handoff explicit-request
Ana closes customer-wish
owner: nobody
case: unanswered

# Staff writes first, days later: the customer's answer is for staff
Customer: Do you gift wrap?
=> answer orders.json#wrapping
wait: 25 hours
owner: nobody
Ana: Good news, the rust blanket is back in stock.
owner: staff
Customer: Great, put one aside for me?
=> silent
owner: staff
