// Two voices never answer one customer.

# [S6] [W4] [C26] [W6] [R1] Staff takes it from the queue, and the bot is silent whatever is asked
Customer: I need a human
=> handoff explicit-request
Ana takes over
owner: staff
queue: empty
Customer: How much is shipping to Germany?
=> silent
Ana: Hello, Ana here. 6.95 €, and free from 90 €.
shows: Ana Hello, Ana here
Customer: thanks! and how long?
=> silent
owner: staff

# [W4] [S6] Nobody asked for staff, and they step in: writing is taking over
Customer: How do I wash linen?
=> answer care.html#linen
Ana: Ana from the workshop here. For your stain, use cold water first.
owner: staff
shows: use cold water first
Customer: How do I wash wool?
=> silent

# [S6] Taken over while the question is still open: the bot swallows its answer
Customer: What are your opening hours?
Ana takes over
=> silent
owner: staff
Ana: 10:00 to 20:30, but today I close at eight.
=> silent

# Asking for a person while one is there rings no second bell
Customer: let me talk to someone
=> handoff explicit-request
Ana: Hello, this is Ana.
Customer: are you a real person? I want a human!
Customer presses person
=> silent
owner: staff
queue: empty

# Two of staff: one has it, the other is told
Customer: I want to talk to a person
=> handoff explicit-request
Ana takes over
Ben is refused: takes over
Ben is refused: writes Hello, Ben here.
Ben is refused: hands back
Ben is refused: closes
hides: Ben
owner: staff
Ana takes over
Ana: Hello, Ana here.
owner: staff

# The next in the queue goes to who asks first; then nobody waits
Customer: representative
=> handoff explicit-request
Ana takes next
Ben is refused: takes next
owner: staff

# A note is for colleagues only
Customer: I want to talk to a person
=> handoff explicit-request
Ana notes: Third parcel lost by this carrier. Offer express.
hides: Offer express
owner: queue
Ana takes over
Ben notes: I have the carrier on the phone.
hides: carrier on the phone
=> silent
owner: staff
