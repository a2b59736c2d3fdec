extension ImportRequest {
    /// The layouts among which the file is looked for: the named one, or all.
    ///
    /// - Throws: ``Fault`` with `layoutNameUnknown` listing those of the kind.
    func layouts(of all: [ImportLayout]) throws -> [ImportLayout] {
        guard let layout else { return all }
        let named = all.filter { $0.layout == layout && $0.kind == kind.rawValue }
        guard named.isEmpty else { return named }
        let names = all.filter { $0.kind == kind.rawValue }.map(\.layout).joined(separator: ", ")
        throw Fault(
            .layoutNameUnknown, "The kind \(kind.rawValue) has no layout \(layout).", hint: "It has: \(names)")
    }
}
