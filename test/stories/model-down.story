// With the language model down, customers still reach a person.

# [T52] [M8] A question while it is down: a person instead of an error
model: down
Customer: How long does delivery take?
=> handoff dependency-failure
says: Something is not working properly on my side
says: They have my notes
hides: ECONNREFUSED
hides: error
brief wants: How long does delivery take?
brief reasons: model
owner: queue

# [T52] [T1] A wish for a person does not need it
model: down
Customer: I want to talk to a person
=> handoff explicit-request
brief wants: has not said yet what about
owner: queue

# [T52] The control does not need it
model: down
Customer presses person
=> handoff explicit-request

# A greeting does not need it
model: down
Customer: good morning
=> greeting
owner: bot

# [T52] It falls over in the middle of a conversation: what was said before is in the brief
model: careful
Customer: How long is the warranty?
=> answer warranty.txt
model: down
Customer: And what does the warranty cover?
=> handoff dependency-failure
brief wants: what does the warranty cover?
brief tried: 3 years

# [T52] In the customer's language
model: down
Customer: ¿Cuánto cuesta el envío?
=> handoff dependency-failure
says: Ahora mismo algo no me funciona bien
