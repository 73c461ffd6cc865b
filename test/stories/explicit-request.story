// Whoever asks for a person gets one: at once, once, and without having to explain themselves.

# [T1] [M1] [R1] [X8] The first thing said is a wish for a person, and it is granted
Customer: I want to talk to a person
=> handoff explicit-request
says: I am passing you to a colleague of customer care
says: you won't have to repeat anything
says: I am an automatic assistant
owner: queue
queue: waiting
brief wants: has not said yet what about
brief reasons: I want to talk to a person

# [T1] One word, loudly
Customer: HUMAN!!!!
=> handoff explicit-request

# [T1] [X8] In anger
Customer: this is useless. get me a human being NOW
=> handoff explicit-request
brief reasons: get me a human being NOW

# [T1] Politely, and in no hurry
Customer: Hi, could I please speak to somebody from your team? No hurry at all.
=> handoff explicit-request

# [T1] Misspelt on a cracked screen
Customer: can i tlak to a reel person plz
=> handoff explicit-request

# [T1] Sarcastically
Customer: Lovely, another robot. Can I talk to a human before Christmas?
=> handoff explicit-request

# [T1] From a voice transcript without a comma
Customer: um hello yes so I I bought a dress and uh I would like to speak to someone who who works there please
=> handoff explicit-request
brief wants: dress

# [T2] The control needs no words
Customer presses person
=> handoff explicit-request
owner: queue
brief reasons: talk to a person

# [T2] [C5] [C25] The control after an answer that did not help: the brief has the question and what was said
Customer: How much is shipping to Germany?
=> answer shipping.md
Customer presses person
=> handoff explicit-request
brief wants: How much is shipping to Germany?
brief tried: 6.95 €
brief tried: Shipping

# [X8] Asking again while waiting changes nothing: one handoff, one notice
Customer: operator
=> handoff explicit-request
Customer: HELLO? I said I want a human
Customer presses person
=> silent
owner: queue
queue: waiting

# [X7] To speak about people is not to ask for one
Customer: Do I need to speak to someone in the shop to return a towel?
=> clarify
owner: bot

# [X7] To decline a person is not to ask for one
Customer: I don't need a human, thanks. Do gift cards expire?
=> answer gift-cards.jsonl#validity
owner: bot

# The merchant's own words count: this shop's customers ask for Carmen
Customer: I'd rather talk to Carmen about this
=> handoff explicit-request

# [W1] [C1] [C4] [C6] [C25] What was told along with the wish is in the brief
Customer Marta: Parcel 48291 has not moved for a week, my mail is marta@example.com. Let me talk to a real person.
=> handoff explicit-request
says: They have my notes
brief wants: Parcel 48291
brief known: 48291
brief known: marta@example.com
brief known: Marta
brief opening: Hello Marta
brief reasons: Let me talk to a real person
