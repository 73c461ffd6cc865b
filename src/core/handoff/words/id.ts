// Indonesian (and most Malay).
// biome-ignore-all format: phrase lists read better in full lines
import type { LanguageWords } from '../matching/language-words.ts'

export const id: LanguageWords = {
  language: 'id',
  reach: [
    'bicara dengan', 'bicara sama', 'bicara ke', 'bicara langsung dengan', 'bicara langsung sama', 'bicara dgn',
    'berbicara dengan', 'berbicara langsung dengan', 'berbicara kepada', 'berbicara sama', 'ngomong sama',
    'ngomong dengan', 'ngobrol sama', 'ngobrol dengan', 'mengobrol dengan', 'chat dengan', 'chat sama', 'chat ke',
    'bercakap dengan', 'cakap dengan', 'berkomunikasi dengan', 'komunikasi dengan', 'berhubungan dengan',
    'terhubung dengan', 'terhubung ke', 'hubungkan', 'hubungkan saya', 'hubungkan aku', 'hubungkan dengan',
    'hubungkan ke', 'dihubungkan dengan', 'dihubungkan ke', 'sambungkan', 'sambungkan saya', 'sambungkan ke',
    'disambungkan ke', 'disambungkan dengan', 'tersambung dengan', 'tersambung ke', 'alihkan', 'alihkan ke',
    'alihkan saya', 'dialihkan ke', 'pindahkan ke', 'transfer ke', 'oper ke', 'menghubungi', 'hubungi', 'kontak',
    'dibantu oleh', 'dibantu sama', 'dilayani oleh', 'dilayani sama', 'dibantu', 'bantuan dari', 'panggilkan',
    'panggil', 'diskusi dengan', 'konsultasi dengan', 'berurusan dengan', 'ketemu', 'tanya ke', 'tanya sama',
    'telepon dengan', 'telpon dengan', 'jawaban dari', 'kasih saya', 'kasih', 'arahkan ke', 'teruskan ke',
  ],
  reachBack: [
    'yang bisa dihubungi', 'yang bisa diajak bicara', 'yang bisa saya ajak bicara', 'yang bisa membantu',
    'yang bisa bantu', 'yang bisa saya hubungi', 'bisa bantu saya', 'telepon saya', 'menelepon saya', 'hubungi saya',
    'menghubungi saya', 'yang bisa jawab', 'yang jawab', 'membantu saya',
  ],
  want: [
    'mau', 'mo', 'ingin', 'pengen', 'pengin', 'butuh', 'perlu', 'minta', 'memerlukan', 'membutuhkan', 'tolong', 'ada',
    'adakah', 'apa ada', 'apakah ada', 'bisa minta', 'boleh minta', 'lebih suka', 'mana', 'kasih', 'carikan', 'cari',
    'nunggu', 'menunggu', 'berikan', 'beri saya', 'harus', 'mohon', 'nak',
  ],
  person: [
    'manusia', 'manusia asli', 'manusia beneran', 'manusia sungguhan', 'manusia nyata', 'orang', 'orang asli',
    'orang beneran', 'orang sungguhan', 'orang nyata', 'orang langsung', 'orangnya langsung', 'agen', 'agen manusia',
    'agent', 'admin', 'adminnya', 'admin manusia', 'cs', 'customer service', 'customer care', 'customer support',
    'layanan pelanggan', 'operator', 'petugas', 'perwakilan', 'staf', 'staff', 'pegawai', 'karyawan', 'konsultan',
    'manajer', 'manager', 'supervisor', 'atasan', 'penjual', 'penjualnya', 'live chat', 'live agent', 'tim layanan',
    'bantuan manusia', 'layanan konsumen', 'pihak toko', 'cs manusia', 'khidmat pelanggan', 'representatif',
  ],
  someone: [
    'seseorang', 'siapa pun', 'siapapun', 'siapa saja', 'tim', 'tim kalian', 'bos', 'pemilik', 'pemiliknya', 'owner',
    'ownernya', 'ahli', 'sales', 'mbak', 'mas', 'kakak', 'tim support', 'support', 'dukungan', 'pihak',
    'ownernya langsung', 'bapak', 'ibu',
  ],
  machine: [
    'bot', 'robot', 'mesin', 'chatbot', 'komputer', 'ai', 'asisten virtual', 'asisten otomatis', 'jawaban otomatis',
    'balasan otomatis', 'pesan otomatis', 'kecerdasan buatan',
  ],
  asks: [
    'bukan bot', 'bukan robot', 'bukan mesin', 'bukan dengan bot', 'bukan sama bot', 'telepon saya', 'telpon saya',
    'tolong hubungi saya', 'hubungi saya segera', 'ada orang yang bisa', 'orang beneran', 'orang asli', 'manusia asli',
    'manusia dong', 'admin dong', 'cs dong', 'adminnya mana', 'admin mana', 'mana adminnya', 'mana admin',
    'butuh seseorang', 'ada manusia',
  ],
  bare: [
    'manusia', 'orang', 'orang asli', 'orang beneran', 'manusia asli', 'agen', 'agent', 'admin', 'min', 'cs',
    'customer service', 'customer care', 'layanan pelanggan', 'operator', 'petugas', 'perwakilan', 'manajer',
    'supervisor', 'live chat', 'bicara dengan orang', 'bicara dengan manusia', 'bicara dengan cs', 'bantuan manusia',
    'hubungi cs', 'chat admin', 'bicara admin',
  ],
  between: [
    'saya', 'aku', 'gue', 'gw', 'ku', 'kami', 'kita', 'anda', 'kamu', 'kalian', 'dengan', 'dgn', 'sama', 'ke',
    'kepada', 'dari', 'untuk', 'oleh', 'seorang', 'sebuah', 'salah', 'satu', 'yang', 'yg', 'asli', 'nyata', 'beneran',
    'sungguhan', 'langsung', 'lain', 'saja', 'aja', 'dong', 'deh', 'ya', 'nya', 'sih', 'tolong', 'mohon', 'bisa',
    'bisakah', 'boleh', 'bolehkah', 'mau', 'ingin', 'sekarang', 'segera', 'di', 'sini', 'sana', 'toko', 'bagian',
    'tim', 'pihak', 'para', 'atau', 'dan', 'harus', 'nih', 'kok', 'kak', 'min', 'seseorang', 'orang', 'apa', 'hanya',
    'cuma', 'lebih', 'suka', 'gimana', 'bagaimana', 'cara', 'caranya', 'buat', 'biar', 'please', 'pls', 'butuh', 'ada',
    'terus', 'via', 'lewat',
  ],
  after: [
    'yang', 'yg', 'dong', 'sekarang', 'segera', 'di sini', 'disini', 'di sana', 'untuk', 'dan', 'atau', 'tapi',
    'bukan', 'langsung', 'tolong', 'please', 'aja', 'saja', 'ya', 'asli', 'beneran', 'sungguhan', 'nyata', 'karena',
    'online', 'kak', 'secepatnya', 'cepat', 'buat', 'mana', 'nya', 'toko', 'kalian', 'anda', 'deh', 'nih', 'gak', 'ga',
    'nggak', 'min', 'supaya', 'biar', 'lah', 'terima kasih', 'sini', 'bantu saya', 'manusia', 'yang asli', 'tidak',
  ],
  breaks: ['tentang', 'soal', 'bilang', 'kata', 'berkata', 'mengatakan', 'kemarin', 'seperti', 'bukan'],
  refuse: [
    'tidak mau', 'gak mau', 'ga mau', 'nggak mau', 'ngga mau', 'gamau', 'tidak perlu', 'gak perlu', 'ga perlu',
    'nggak perlu', 'tidak butuh', 'gak butuh', 'ga butuh', 'nggak butuh', 'tidak usah', 'gak usah', 'ga usah',
    'nggak usah', 'jangan', 'tanpa', 'tidak ingin', 'belum perlu', 'tak mau', 'tak perlu', 'males', 'malas', 'benci',
    'tidak harus', 'tidak suka',
  ],
  whether: [
    'apakah kamu', 'apakah anda', 'kamu', 'apa kamu', 'apakah ini', 'ini', 'apa ini', 'apakah saya bicara',
    'apakah saya berbicara', 'saya sedang bicara', 'saya sedang berbicara', 'ini dengan', 'haruskah', 'apakah harus',
    'apa harus', 'siapa',
  ],
  rejects: ['bosan dengan', 'capek sama', 'capek dengan', 'cape sama', 'daripada', 'stop', 'cukup', 'muak dengan'],
  never: [
    'per orang', 'untuk orang', 'buat orang', 'orang tinggi', 'orang gemuk', 'orang dewasa', 'orang tua', 'orang lain',
    'berapa orang', 'satu orang', 'dua orang', 'rambut manusia', 'tubuh manusia', 'hak asasi manusia',
    'agen perjalanan', 'agen resmi', 'agen travel', 'agen pengiriman', 'jadi agen', 'harga agen', 'diskon agen',
    'admin fee', 'biaya admin', 'operator seluler', 'jam layanan pelanggan', 'nomor layanan pelanggan', 'nomor cs',
    'jam cs', 'data pribadi', 'diskon karyawan', 'orang kerja', 'orang kantor', 'mesin cuci', 'mesin jahit',
    'petugas perlindungan', 'kontak lensa', 'hubungi kurir', 'orang orang', 'ibu hamil', 'ibu menyusui', 'ibu saya',
    'bapak saya', 'kakak saya', 'karyawan saya', 'ada cara',
  ],
  lookalikes: [
    'agenda', 'agensi', 'orange', 'orangtua', 'operasi', 'petunjuk', 'bantuan', 'tangan', 'panggilan', 'penjualan',
    'perlukah', 'butuhkah', 'karyawati', 'pemilih', 'pegal', 'manusiawi', 'minat', 'minimal', 'kantor', 'kotak',
    'alihan', 'kasir', 'mohonan', 'ingat', 'dingin', 'angin', 'carik', 'ketemuan', 'kontrak', 'dibanting', 'dibantah',
  ],
  greetings: [
    'halo', 'hallo', 'hai', 'hi', 'hey', 'helo', 'pagi', 'siang', 'sore', 'malam', 'selamat pagi', 'selamat siang',
    'selamat sore', 'selamat malam', 'assalamualaikum', 'assalamu alaikum', 'asalamualaikum', 'ass wr wb', 'permisi',
    'apa kabar', 'punten', 'kak', 'min', 'gan', 'sis', 'bro', 'semua', 'selamat', 'hola', 'p', 'misi',
    'selamat petang',
  ],
  thanks: [
    'terima kasih', 'terimakasih', 'makasih', 'makasi', 'mksh', 'mks', 'thanks', 'thx', 'trims', 'tq', 'tengkyu',
    'terima kasih banyak', 'makasih banyak', 'makasih ya', 'makasih kak', 'terima kasih atas bantuannya',
    'terima kasih atas infonya', 'terima kasih infonya', 'makasih infonya', 'matur nuwun', 'nuhun', 'suwun', 'banyak',
    'atas bantuannya', 'infonya', 'sampai jumpa', 'dadah', 'bye', 'terimakasih banyak', 'alhamdulillah',
  ],
  fine: [
    'ok', 'oke', 'okey', 'okay', 'baik', 'baiklah', 'siap', 'sip', 'mantap', 'bagus', 'keren', 'jelas', 'paham',
    'mengerti', 'ngerti', 'sudah jelas', 'sudah cukup', 'cukup', 'itu saja', 'itu aja', 'oh gitu', 'begitu',
    'oh begitu', 'noted', 'sempurna', 'hebat', 'sudah', 'oke deh', 'oh',
  ],
  yes: [
    'ya', 'iya', 'y', 'yaa', 'iyaa', 'yup', 'yoi', 'ya tolong', 'iya tolong', 'tolong', 'boleh', 'boleh dong',
    'boleh banget', 'oke', 'ok', 'baik', 'mau', 'iya mau', 'ya mau', 'mau dong', 'silakan', 'silahkan', 'tentu',
    'tentu saja', 'betul', 'benar', 'setuju', 'siap', 'iya dong', 'iya kak', 'ya boleh', 'iya boleh', 'panggilkan',
    'hubungkan', 'hubungkan saja', 'gas', 'yes', 'mau kak', 'ya silakan', 'mohon',
  ],
  no: [
    'tidak', 'nggak', 'enggak', 'engga', 'ngga', 'gak', 'ga', 'tidak usah', 'gak usah', 'ga usah', 'tidak perlu',
    'gak perlu', 'ga perlu', 'nggak usah', 'nggak perlu', 'tidak terima kasih', 'jangan', 'belum', 'nanti saja',
    'nanti aja', 'tak', 'gak jadi', 'ga jadi', 'tidak mau', 'gak mau',
  ],
  polite: [
    'tolong', 'mohon', 'please', 'pls', 'dong', 'sekarang', 'segera', 'terima kasih', 'makasih', 'maaf', 'permisi',
    'secepatnya', 'ya', 'kak', 'cepat',
  ],
}
