// What nobody could turn into text.

# A voice message without a word goes to a person, who is told what it was
Customer sends: voice
=> handoff unreadable
says: I can't open what you sent
brief reasons: a voice message
owner: queue

# A picture with words is a question
Customer: Do you gift wrap?
Customer sends: image
=> answer orders.json#wrapping
owner: bot

# [C25] A picture after a question: the brief has the question
Customer: There is a stain on my shirt
=> answer care.html#stains
Customer sends: image
=> handoff unreadable
brief wants: There is a stain on my shirt
brief reasons: a picture
brief tried: sparkling water

# In the language that was spoken before
Customer: hola
=> greeting
Customer sends: video
=> handoff unreadable
says: No puedo abrir lo que me has enviado
