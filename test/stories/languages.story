// The customer's language, in what is understood and in what is said.

# [A3] Spanish questions are answered from the Spanish files
Customer: ¿Cuánto cuesta el envío a Portugal?
=> answer es/envios.md#cuánto-cuesta-el-envío
says: Soy un asistente automático
Customer: y se puede pagar con bizum??
=> answer es/horario-y-contacto.csv#pago

# [A4] Sin tildes ni signos
Customer: abris los domingos
=> answer es/horario-y-contacto.csv#horario
says: Domingos cerrado

# [T1] [M1] Spanish, annoyed and misspelt
Customer: necesito k me atienda alguien de verdad, esto no es serio
=> handoff explicit-request
says: Te paso con un compañero o compañera de atención al cliente
says: no tendrás que repetir nada
owner: queue

# [T1] [M1] German, polite
Customer: Guten Tag, ich würde gerne mit einem Menschen sprechen. Vielen Dank!
=> handoff explicit-request
says: Kundenservice

# [T1] [M1] French, at the end of her tether
Customer: Passez-moi quelqu'un, un vrai humain !!!
=> handoff explicit-request
says: service client

# [T1] Italian
Customer: Vorrei parlare con un operatore
=> handoff explicit-request
says: assistenza clienti

# [T1] Portuguese, as typed on a phone
Customer: quero falar c um atendente pfv
=> handoff explicit-request
says: atendimento ao cliente

# [T1] Arabic, right to left
Customer: أريد التحدث مع موظف
=> handoff explicit-request
says: خدمة العملاء

# [T1] Hindi
Customer: मुझे किसी इंसान से बात करनी है
=> handoff explicit-request
says: ग्राहक सेवा

# [T1] Indonesian, short
Customer: minta cs dong
=> handoff explicit-request
says: layanan pelanggan

# [T1] Turkish
Customer: Gerçek bir insanla görüşmek istiyorum
=> handoff explicit-request
says: müşteri hizmetleri

# [T1] Russian
Customer: Хочу поговорить с человеком, а не с роботом
=> handoff explicit-request
says: служба поддержки

# [T1] Chinese
Customer: 我要找人工客服
=> handoff explicit-request
says: 客服

# [T1] Japanese
Customer: 人間のオペレーターと話したいです
=> handoff explicit-request
says: カスタマーサポート

# [M10] A French question that only English files could answer is not guessed at
Customer: Est-ce que vos boutons sont en nacre ou en plastique ?
=> clarify unknown
says: je préfère ne rien inventer
says: assistant automatique

# [T1] [X8] Two languages in one sentence
Customer: hola, perdona, can I just speak to una persona por favor
=> handoff explicit-request
owner: queue

# [T1] Korean
Customer: 상담원 연결해 주세요
=> handoff explicit-request
says: 고객 지원팀

# [T1] Polish
Customer: chcę rozmawiać z człowiekiem
=> handoff explicit-request
says: obsługa klienta

# [T1] Dutch
Customer: ik wil met een medewerker spreken
=> handoff explicit-request
says: klantenservice
