// The same question in other words says that the answer did not help.

# [T15] [H8] [X5] Three ways of asking one thing, one answer: the third time a person comes
Customer: When will my order arrive?
=> answer shipping.md#how-long-does-delivery-take
Customer: how long until my order arrives
=> answer shipping.md#how-long-does-delivery-take
Customer: WHEN WILL IT ARRIVE, MY ORDER???
=> handoff rephrasing
says: you won't have to repeat anything
brief reasons: 3 ways
brief tried: 1 to 2 working days
owner: queue

# [X7] The same question about three things is three questions
Customer: How do I wash linen?
=> answer care.html#linen
Customer: How do I wash cotton?
=> answer care.html#cotton
Customer: How do I wash wool?
=> answer care.html#wool
owner: bot

# [T15] [H8] In Spanish, getting shorter
Customer: ¿Cuándo me devuelven el dinero?
=> answer es/devoluciones.md#cuándo-me-devuelven-el-dinero
Customer: que cuándo me devolvéis el dinero
=> answer es/devoluciones.md#cuándo-me-devuelven-el-dinero
Customer: el dinero, cuándo me lo devolvéis
=> handoff rephrasing
says: Te paso con
