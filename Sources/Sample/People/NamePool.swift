/// Common Indonesian names by origin, to be put together by chance: nobody in particular.
struct NamePool: Sendable {
    let men: [String]
    let women: [String]
    let second: [String]

    /// The pools; a household keeps to one of them.
    static let all = [malay, javanese, dayak, chinese, bugis, malay, javanese]

    static let malay = NamePool(
        men: list("Ahmad Muhammad Syarif Ismail Ridwan Fadli Hendra Zulkifli Iskandar Rahmat Yusuf Irwan Rizki Hamdan")
            + list("Arifin Bahtiar Fauzi Junaidi Kamaruddin Luthfi"),
        women: list("Nurul Siti Aisyah Fatimah Zahra Halimah Rosnah Salmah Yuliana Rahmawati Hasanah Mariam Nadia")
            + list("Suryani Azizah Khadijah Laila Wahidah Rosmini Zubaidah"),
        second: list("Syahrudin Abdullah Hidayat Kurniawan Saputra Ramadhan Alamsyah Hakim Maulana Effendi Anwar")
            + list("Idris Zainal Yahya Nasir Usman Bakri Jamil Fahmi Mansyur"))

    static let javanese = NamePool(
        men: list("Agus Bambang Budi Slamet Sugeng Joko Eko Dwi Tri Heru Wahyu Teguh Yudi Dedi Suryo Hadi Arif Bayu")
            + list("Galih Purnomo"),
        women: list("Sri Endang Wahyuni Dewi Ratna Lestari Sulastri Tuti Ningsih Indah Retno Puji Rini Wulan Ayu")
            + list("Suharti Murni Yanti Ratih Kartini"),
        second: list("Santoso Wibowo Prasetyo Nugroho Susanto Setiawan Hartono Widodo Utomo Suprapto Handoko")
            + list("Raharjo Wijaya Subekti Kuncoro Sasongko Pamungkas Waluyo Sulistyo Hariyanto"))

    static let dayak = NamePool(
        men: list("Yohanes Petrus Stefanus Markus Paulus Antonius Fransiskus Lukas Matius Dominikus Yosef Andreas")
            + list("Hendrikus Kornelius Silvanus Albertus"),
        women: list("Maria Theresia Agustina Lusia Veronika Kristina Margareta Yuliana Elisabet Fransiska Helena")
            + list("Katarina Monika Anastasia Paulina Natalia"),
        second: list("Nyangun Lingkong Sabinus Ludang Jampang Igat Ubang Tekam Bansu Ganyau Rinjau Sumbang Ajong")
            + list("Landau Nyarong Kudang Entali Merang"))

    static let chinese = NamePool(
        men: list("Hendri Susanto Edy Tony Andy Robert Alex Kevin Steven Jimmy Ricky Denny Felix Vincent Yanto Aliong")
            + list("Akiong Herman"),
        women: list("Lina Susi Meli Vivian Jessica Novita Yenny Fenny Angelina Cindy Mei Lili Herlina Kristin Winda")
            + list("Shinta Aling Amoi"),
        second: list("Wijaya Tanujaya Halim Gunawan Kusuma Salim Hartanto Lim Tan Bong Chandra Liong Budiman Tjhin")
            + list("Jong Lay Setiadi Surya"))

    static let bugis = NamePool(
        men: list("Andi Baso Daeng Syamsuddin Rusdi Jufri Mappa Nurdin Haris Amiruddin Takdir Saharuddin Tahir Ilham")
            + list("Muslimin Ambo"),
        women: list("Andi Besse Hasnah Rosdiana Nurhayati Indo Mulyani Sitti Hartati Jumriah Rahmatia Marwah")
            + list("Darmawati Sukmawati Herawati Kasmawati"),
        second: list("Mattalatta Pallawa Sinrang Mappasessu Lagaligo Tenri Patiroi Makkasau Palinrungi Cakka")
            + list("Pawelloi Mallarangan Tonra Panguriseng Baharuddin Mappanyukki"))

    private static func list(_ names: String) -> [String] {
        names.split(separator: " ").map(String.init)
    }
}
