// From staff to the bot, with everything that was said.

# [B1] [B2] [W10] Staff is done, says so through the bot, and the bot answers again
Customer: I want to talk to a person
=> handoff explicit-request
Ana: Done, your size is put aside for you.
Ana hands back
=> hand-back
says: Ana has settled this with you
owner: bot
Customer: When are you open?
=> answer stores.html#hours

# [B1] [W10] Handed back with a question open: that is the bot's next turn
Customer: can I speak to someone
=> handoff explicit-request
Ana: Of course. What is it about?
Customer: Do you have express delivery?
=> silent
Ana hands back quietly
=> answer shipping.md#do-you-have-express-delivery
owner: bot

# Quietly, with nothing open, nothing is said
Customer: human
=> handoff explicit-request
Ana: It is done.
Ana hands back quietly
=> silent
owner: bot

# [B3] [C25] [C26] [W6] [X9] After a hand-back the model reads what staff said
model: careful
Customer: let me talk to a human
=> handoff explicit-request
Ana: Your blanket is at the pickup point in Gandia until Friday.
Ana hands back
=> hand-back
Customer: What happens if I am not at home?
=> answer shipping.md#what-happens-if-i-am-not-at-home
reads: colleague Ana: Your blanket is at the pickup point in Gandia until Friday.
reads: What happens if I am not at home?

# [X1] [C29] Staff begins where the bot left off, with a line about the open question
Customer Marta: Is your wool mulesing-free?
=> clarify unknown
Customer Marta: yes, get me someone
=> handoff explicit-request
brief opening: Hello Marta, I have read everything so far
brief opening: Is your wool mulesing-free?
brief tried: I don't want to guess

# [W10] [B1] A person can be had again
Customer: person please
=> handoff explicit-request
Ana: It is settled.
Ana hands back
=> hand-back
Customer: no it is not!! I want to talk to a person again
=> handoff explicit-request
owner: queue

# What staff settled counts as settled: the run of fallbacks begins anew
Customer: Are the buttons made of corozo nut?
=> clarify unknown
Ana: Yes, all of them.
Ana hands back
=> hand-back
Customer: Is your wool mulesing-free?
=> clarify unknown
owner: bot

# [B2] The sentence is in the customer's language
Customer: quiero hablar con alguien
=> handoff explicit-request
Ana: Hecho, te lo enviamos hoy.
Ana hands back
=> hand-back
says: Ana ya lo ha dejado resuelto contigo
