package io.calque.cli.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names from many languages: composed and decomposed accents, apostrophes straight and curly, no Latin letter at all. */
final class Names {
    private static final List<String> GIVEN = List.of(
            "Anna",
            "Jörg",
            "Zoë",
            "Siân",
            "Łukasz",
            "Søren",
            "Ayşe",
            "José",
            "Chloé",
            "Nguyễn",
            "Björk",
            "Dvořák",
            "Иван",
            "Ольга",
            "Γιώργος",
            "נועה",
            "محمد",
            "小明",
            "さくら",
            "지민",
            "प्रिया",
            "Emma",
            "Liam",
            "Noah",
            "Mia",
            "Ben",
            "Ines",
            "Tomás",
            "Kwame",
            "Thandiwe",
            "Zoe\u0308",
            "Rene\u0301e",
            "Jean-Luc",
            "Mary Ann",
            "Åsa",
            "Ğökhan");
    private static final List<String> FAMILY = List.of(
            "Müller",
            "O'Neil",
            "O\u2019Brien",
            "D'Angelo",
            "Nuñez",
            "Šimánek",
            "Çelik",
            "van der Berg",
            "Petrov",
            "Παπαδόπουλος",
            "王",
            "田中",
            "김",
            "Smith",
            "Jones",
            "Garcia-Lopez",
            "Ó Súilleabháin",
            "Schmidt",
            "Fischer",
            "Kowalska",
            "Virtanen",
            "Nagy",
            "Ionescu",
            "Şahin",
            "Haddad",
            "כהן",
            "Sharma",
            "Okafor",
            "Nkosi",
            "Silva",
            "Rossi",
            "Dubois",
            "Novák",
            "Hansen",
            "McDonald",
            "St. John");

    private Names() {}

    /**
     * A display name.
     *
     * @param text as the directory shows it: mostly "Given Family", sometimes "Family, Given"
     * @param ascii letters for logon names and addresses
     */
    record Name(String text, String ascii) {}

    static Name of(RandomGenerator random) {
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        String text = random.nextInt(8) == 0 ? family + ", " + given : given + " " + family;
        return new Name(text, ascii(given, family));
    }

    private static String ascii(String given, String family) {
        StringBuilder letters = new StringBuilder();
        String plain = java.text.Normalizer.normalize(given + family, java.text.Normalizer.Form.NFD);
        for (int i = 0; i < plain.length() && letters.length() < 8; i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.isEmpty() ? "user" : letters.toString();
    }
}
