/// Invented company names and addresses.
struct CompanyName {
    let form: String
    let words: String

    /// As the firm writes it: `PT Sinar Rimba Abadi`.
    var full: String { "\(form) \(words)" }

    /// As the labour office files it: `SINAR RIMBA ABADI, PT`.
    var filed: String { "\(words.uppercased()), \(form.uppercased())" }

    init(size: SizeClass, _ chance: inout SplitMix64) {
        form = chance.pick(CompanyName.forms(of: size))
        words =
            "\(chance.pick(CompanyName.first)) \(chance.pick(CompanyName.second)) \(chance.pick(CompanyName.third))"
    }

    static func address(_ chance: inout SplitMix64) -> String {
        "Jl. \(chance.pick(streets)) No. \(chance.between(1, 240))"
    }

    /// Five-digit KBLI 2020 classes that a branch meets often.
    static let classifications = [
        "01262", "10431", "16101", "41011", "45201", "47111", "47721", "49431", "55110", "56101", "86103",
    ]

    private static func forms(of size: SizeClass) -> [String] {
        switch size {
        case .large: ["PT", "PT", "PT", "PT", "PT", "PT", "Yayasan", "Koperasi"]
        case .medium: ["PT", "PT", "PT", "PT", "CV", "CV", "Yayasan", "Koperasi"]
        case .small: ["CV", "CV", "CV", "PT", "PT", "Toko", "UD", "Koperasi"]
        case .micro: ["CV", "UD", "UD", "Toko", "Toko"]
        }
    }

    private static let first =
        words(
            "Sinar Mitra Bintang Cahaya Karya Tunas Mutiara Surya Bumi Graha Anugerah Citra Fajar Pelita Wahana Samudra"
        )
        + words("Rajawali Kencana Nirwana Puspa Telaga Bahana Selaras Gemilang Harapan Lentera Pilar Zamrud")
    private static let second =
        words(
            "Rimba Muara Enggang Jeruju Nipah Belian Tengkawang Meranti Rakit Tanjung Gambut Bahari Lumbung Rotan Gaharu"
        )
        + words("Sagu Kelapa Lada Karet Pinang Damar Bambu Teratai Kenanga Cempaka Anggrek Seroja Delima")
    private static let third =
        words(
            "Abadi Sejahtera Makmur Lestari Perkasa Sentosa Utama Mandiri Persada Nusantara Raya Jaya Bersama Sukses")
        + words("Gemilang Pratama Santosa Bestari Khatulistiwa Borneo")
    private static let streets =
        [
            "Gajah Mada", "Jenderal Sudirman", "Ahmad Yani", "Diponegoro", "Imam Bonjol", "Adisucipto", "Veteran",
            "Teuku Umar", "Hasanuddin", "Pattimura", "Merdeka", "Pahlawan", "Kartini", "Cempaka", "Melati",
            "Pasar Baru", "Pelabuhan", "Sungai Raya", "Tanjung Raya", "Industri",
        ]

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
