// Everyday and shop words by language, for telling languages apart by their words and their letter sequences.

/** Only languages in Latin script: the others are told by script and letters. */
export const PROFILES: Readonly<Record<string, string>> = {
  en: `the and you that was for are with his they this have from one had word but not what all were when your can said there use
    each which she how their will other about out many then them these some her would make like him into time has look two more
    write see way could people than first been who its now find long down day did get come made may where is it of to in my we do
    does i order shipping delivery return refund exchange size price payment card cash store shop open opening hours close closed
    warranty gift question answer help thanks hello hi please need want buy sell send sent package parcel arrive arrived late
    wrong broken damaged change cancel address street phone number email account password login receipt invoice discount code
    free cost costs much take money back item product shirt dress shoes trousers colour color wash washing available stock
    today tomorrow yesterday week month year weekend monday sunday morning evening know think should really still anything
    something nothing nobody ordered received understand working right left small large brought through because without between`,
  es: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya
    entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede
    todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada vida otro después te otros aunque esa eso hace
    otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos cómo cuánto cuándo dónde quién cuál
    pedido envío envíos devolución devoluciones reembolso cambio cambiar talla tallas precio pago pagar tarjeta efectivo tienda
    abierto abierta abren cierran horario horarios garantía regalo pregunta respuesta ayuda gracias hola buenos buenas días
    tardes noches por favor necesito quiero quisiera comprar vender enviar llega llegar llegado paquete tarde roto dañado
    cancelar dirección calle teléfono número correo cuenta contraseña factura descuento código gratis cuesta cuestan dinero
    producto camisa vestido zapatos pantalón color lavar lavado disponible mañana hoy ayer semana mes año tienen hacen puedo
    gustaría estoy están tengo hacer mucho nada algo todavía plazo ustedes vosotros usted señor hablar alguien persona`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec elle ou son je vous
    nous mais comme tout on aux cette ses être fait leur si deux même ont bien sans peut tous après ainsi donc cet sous aussi
    encore dont ils était entre depuis avant très avoir quand où comment pourquoi combien quel quelle quels quelles votre vos
    notre mon ma mes c'est qu'est-ce est-ce j'ai n'est d'un l'on commande livraison livrer colis retour retourner remboursement
    échange échanger taille prix paiement payer carte espèces magasin boutique ouvert ouverte ouvrez fermé fermez horaires heures
    garantie cadeau question réponse aide merci bonjour bonsoir salut s'il plaît besoin voudrais veux acheter vendre envoyer
    reçu arrive arrivé retard cassé abîmé annuler adresse rue téléphone numéro courriel compte mot passe facture réduction code
    gratuit gratuite coûte coûtent argent produit chemise robe chaussures pantalon couleur laver lavage disponible demain
    aujourd'hui hier semaine mois année jour jours quelqu'un parler personne toujours rien quelque chose faire puis-je avez-vous`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser
    quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse
    eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles
    essas esses pelas este fosse dele quanto quanta onde porque vocês encomenda pedido envio entrega entregar devolução devolver
    reembolso troca trocar tamanho tamanhos preço pagamento pagar cartão dinheiro loja aberta aberto abrem abre fecha fecham
    horário garantia presente pergunta resposta ajuda obrigado obrigada olá oi bom dia boa tarde noite por favor preciso quero
    gostaria comprar vender enviar chega chegou chegar pacote atrasado quebrado danificado cancelar endereço rua telefone número
    conta senha fatura desconto código grátis custa custam produto camisa vestido sapatos calça cor lavar lavagem disponível
    amanhã hoje ontem semana mês ano posso fazer tenho estou ainda nada algo alguém falar pessoa atendente então não são ações`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein
    wurde sei ich du wir ihr mir mich dir euch uns mein meine meinen dein unser ihre ihren wann wo was wer warum wieviel welche
    welcher kann können könnte muss möchte will gibt wenn bestellung bestellen bestellt versand versandkosten lieferung liefern
    lieferzeit paket rückgabe zurückgeben zurückschicken zurück erstattung umtausch umtauschen größe größen preis kosten kostet
    zahlung bezahlen zahlen karte bargeld geschäft laden offen geöffnet öffnungszeiten geschlossen garantie gutschein geschenk
    frage antwort hilfe danke hallo guten tag morgen abend bitte brauche kaufen verkaufen schicken senden angekommen kommt spät
    kaputt beschädigt falsch stornieren adresse straße telefon nummer konto passwort rechnung rabatt kostenlos geld ware hemd
    kleid schuhe hose farbe waschen verfügbar heute gestern woche monat jahr jemand sprechen mensch mitarbeiter schon etwas nichts`,
  it: `di che e la il un a per in una mi sono ho non ma lo ha le si ti i con cosa se io come da ci no questo qui hai sei del
    bene tu sì me più al mio c'è perché lei solo te era gli tutto della così mia ne questa fare quando ora fatto essere mai chi
    o alla tutti molto dei anche detto quello va niente grazie lui voglio abbiamo stato nel suo dove posso oh prima allora siamo
    uno un'altra dell' nell' sull' all' l'ordine ordine ordinare spedizione spedite consegna pacco reso resi restituire rimborso
    cambio cambiare taglia taglie prezzo prezzi pagamento pagare carta contanti negozio aperto aperti aprite chiuso chiudete
    orario orari garanzia regalo domanda risposta aiuto ciao salve buongiorno buonasera per favore bisogno vorrei comprare
    vendere inviare arriva arrivato ritardo rotto danneggiato sbagliato annullare indirizzo via telefono numero conto password
    fattura sconto codice gratis gratuita costa costano quanto quanta soldi prodotto camicia vestito scarpe pantaloni colore
    lavare disponibile domani oggi ieri settimana mese anno giorno giorni qualcuno parlare persona operatore ancora qualcosa avete`,
  nl: `de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men
    dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge
    geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd
    wanneer waar waarom hoeveel welke kunnen jullie uw onze ons bestelling bestellen besteld verzending verzendkosten levering
    leveren bezorgen bezorgd pakket pakje retour retourneren terugsturen terug terugbetaling ruilen maat maten prijs kosten kost
    betaling betalen kaart contant winkel open openingstijden gesloten garantie cadeaubon cadeau vraag antwoord hulp bedankt
    dank hallo goedemorgen goedemiddag alstublieft graag nodig wil kopen verkopen sturen aangekomen laat kapot beschadigd
    verkeerd annuleren adres straat telefoon nummer rekening wachtwoord factuur korting gratis geld artikel overhemd jurk
    schoenen broek kleur wassen beschikbaar morgen vandaag gisteren week maand jaar iemand spreken medewerker mens iets niets`,
  tr: `ve bir bu da de için ile çok o ne ben sen biz siz onlar var yok mı mi mu mü değil daha gibi kadar olarak sonra önce ama
    en her şey nasıl neden niçin nerede nereye kim hangi kaç zaman saat gün bugün yarın dün hafta ay yıl olan olduğu olduğunu
    tarafından arasında göre ise veya hem ya ki bana beni benim sana senin onu onun bize bizim size sizin sipariş siparişim
    siparişimi kargo kargom teslimat teslim gönderi gönderim iade iadesi etmek istiyorum değişim değiştirmek beden bedeni numara
    fiyat fiyatı ödeme ödemek kart kredi nakit mağaza mağazanız açık kapalı açılıyor kapanıyor çalışma saatleri garanti hediye
    soru cevap yardım teşekkürler teşekkür ederim merhaba selam günaydın iyi günler akşamlar lütfen almak satın satmak göndermek
    geldi gelmedi ulaştı ulaşmadı paket geç kırık hasarlı yanlış iptal adres adresi sokak telefon numarası hesap hesabım şifre
    fatura indirim kodu ücretsiz ücreti para ürün gömlek elbise ayakkabı pantolon renk yıkama mevcut stok edebilir miyim misiniz
    musunuz alabilir yapabilir biriyle konuşmak temsilci insan hiçbir şekilde kullanılan edilen yapılan büyük küçük birçok`,
  id: `yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka adalah kita bisa kami atau
    dia sudah oleh telah seperti sebagai lebih bagi hari dapat anda orang tersebut apa apakah bagaimana berapa kapan dimana mana
    siapa mengapa kenapa belum bukan jangan sangat sekali lagi masih hanya saja kalau jika maka agar supaya setelah sebelum
    ketika saat secara kak min gan pesanan pesan memesan pengiriman kirim dikirim mengirim paket ongkir ongkos barang sampai
    kembali mengembalikan pengembalian dana uang tukar menukar ukuran harga bayar pembayaran membayar kartu tunai toko buka tutup
    jam garansi hadiah pertanyaan jawaban bantuan tolong terima kasih halo selamat pagi siang sore malam mohon butuh mau ingin
    membeli beli jual menjual terlambat rusak salah batal membatalkan alamat jalan telepon nomor akun kata sandi faktur diskon
    kode gratis biaya produk baju gaun sepatu celana warna cuci mencuci tersedia stok besok kemarin minggu bulan tahun bicara
    seseorang manusia petugas lama berlaku menggunakan memiliki melakukan menjadi tentang antara banyak beberapa semua setiap`,
  pl: `i w na z do że się nie jest to o jak ale co po za od czy tak już tylko przez dla przy ten ta te jego jej ich który która
    które być był była było są mam masz ma mamy może można muszę chcę chciałbym chciałabym proszę dziękuję dzień dobry cześć
    kiedy gdzie ile kto dlaczego jaki jaka jakie zamówienie zamówić wysyłka wysyłkę dostawa paczka zwrot zwrócić zwroty pieniędzy
    wymiana rozmiar cena ceny płatność zapłacić kartą gotówka sklep otwarty otwarte zamknięte godziny gwarancja prezent pytanie
    odpowiedź pomoc potrzebuję kupić sprzedać wysłać przyszła uszkodzony zły anulować adres ulica telefon numer konto hasło
    faktura rabat kod darmowa kosztuje koszt pieniądze produkt koszula sukienka buty spodnie kolor prać dostępny jutro dziś
    dzisiaj wczoraj tydzień miesiąc rok ktoś rozmawiać człowiek konsultant jeszcze coś nic bardzo wszystko żeby między również`,
}
