// What the files do not say is never guessed: ask back, admit it, then a person.

# [T18] [H6] [W7] [M10] [T19] [H1] Not known, not known again: a person, with both questions
Customer: Are the buttons made of corozo nut?
=> clarify unknown
says: I don't know that, and I don't want to guess
says: Shall I get a person for you?
confidence: under 0.65
owner: bot
Customer: What is the thread count of the percale sheets?
=> handoff fallback-limit
owner: queue
brief wants: corozo nut
brief wants: thread count
brief reasons: corozo nut
brief reasons: thread count

# [X8] [C25] Yes to the offer is a wish for a person; the brief names the question, not the yes
Customer: Is your wool mulesing-free?
=> clarify unknown
Customer: yes please
=> handoff explicit-request
brief wants: mulesing-free
brief reasons: yes please

# [X8] The same in Spanish, with a thumb
Customer: ¿La lana es libre de mulesing?
=> clarify unknown
says: prefiero no inventármelo
Customer: 👍
=> handoff explicit-request
says: Te paso con

# No to the offer is taken for a no
Customer: Do you offer tours of the workshop?
=> clarify unknown
Customer: no thanks
=> thanks
owner: bot

# [X7] A bare no, too: nobody gets a person whom they have just declined
Customer: Do you offer tours of the workshop?
=> clarify unknown
Customer: no
=> thanks
owner: bot

# [T18] Only an answer from knowledge ends the run of fallbacks; then it begins anew
Customer: Is your wool mulesing-free?
=> clarify unknown
Customer: ok, then how do I wash wool?
=> answer care.html#wool
Customer: Are the buttons made of corozo nut?
=> clarify unknown
owner: bot

# [T18] Courtesies in between end no run
Customer: Is your wool mulesing-free?
=> clarify unknown
Customer: thank you
=> thanks
Customer: Can you engrave buttons?
=> handoff fallback-limit
brief wants: mulesing-free
brief wants: engrave

# [W7] Not sure what is meant: the bot asks back and claims nothing, and one of its offers is the answer
Customer: hi do u ship to franse
=> clarify which
says: Which countries do you ship to?
confidence: from 0.65
confidence: under 0.70
hides: We ship to all countries
Customer: which countries do you ship to
=> answer shipping.md#which-countries-do-you-ship-to
owner: bot

# [M11] [X10] Asked which is meant, the customer may say something else altogether
Customer: hi do u ship to franse
=> clarify which
Customer: never mind. how much is the alba shirt?
=> answer price-list.csv
says: 59.00 €
owner: bot

# [M11] [X10] [T1] And may ask for a person instead of choosing
Customer: hi do u ship to franse
=> clarify which
Customer: none of these. let me speak to someone
=> handoff explicit-request
brief wants: franse
brief tried: Which countries do you ship to?

# [W7] A short follow-up is looked up with the question before it
Customer: How long does delivery take?
=> answer shipping.md#how-long-does-delivery-take
Customer: and express?
=> answer shipping.md#do-you-have-express-delivery

# Gibberish is not a question that a person must see at once
Customer: asdfgh
=> clarify unknown
Customer: sorry, my cat. Do you gift wrap?
=> answer orders.json#wrapping
owner: bot

# Nonsense twice is somebody who needs help
Customer: ???
=> clarify unknown
Customer: ??
=> handoff fallback-limit


# [W7] A bare topic that several entries are about: the bot asks which one is meant
Customer: returns
=> clarify which
says: which of these
