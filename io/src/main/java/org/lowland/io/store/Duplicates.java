package org.lowland.io.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.Structure;
import org.lowland.io.store.document.StructureDocument;
import org.lowland.io.store.fingerprint.Alignment;
import org.lowland.io.store.fingerprint.Fingerprint;
import org.lowland.io.store.fingerprint.MirrorImages;

/** Finds records that are the same structure: by the keys of fingerprints, then fingerprints, then the atoms. */
final class Duplicates {
    private static final int KEYS_AT_ONCE = 300;

    private Duplicates() {}

    static List<Match> of(Connection connection, Structure structure, double tolerance) throws SQLException {
        Optional<Fingerprint> fingerprint = Fingerprint.of(structure);
        if (fingerprint.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (long id : candidates(connection, fingerprint.get(), tolerance)) {
            Structure other = structure(connection, id);
            OptionalDouble distance = distance(structure, other, tolerance);
            if (distance.isPresent() && distance.getAsDouble() <= tolerance) {
                matches.add(new Match(id, distance.getAsDouble()));
            }
        }
        matches.sort(Comparator.comparingLong(Match::id));
        return matches;
    }

    private static OptionalDouble distance(Structure one, Structure other, double tolerance) {
        boolean periodic = Prepared.system(one).filter(AtomicSystem::isPeriodic).isPresent();
        if (!periodic) {
            return Alignment.rmsd(one, other, tolerance);
        }
        OptionalDouble distance =
                Fingerprint.of(one).orElseThrow().distance(Fingerprint.of(other).orElseThrow());
        return MirrorImages.are(one, other, tolerance) ? OptionalDouble.empty() : distance;
    }

    private static List<Long> candidates(Connection connection, Fingerprint fingerprint, double tolerance)
            throws SQLException {
        List<Long> keys = fingerprint.keys(tolerance);
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<Long> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            String marks = String.join(", ", some.stream().map(key -> "?").toList());
            String query = "SELECT id, fingerprint FROM lowland_record WHERE fingerprint_key IN (" + marks + ")";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int k = 0; k < some.size(); k++) {
                    statement.setLong(k + 1, some.get(k));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (fingerprint.mayBe(Fingerprint.read(rows.getBytes(2)), tolerance)) {
                            found.add(rows.getLong(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Structure structure(Connection connection, long id) throws SQLException {
        String query = "SELECT document FROM lowland_record WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return StructureDocument.read(row.getString(1));
            }
        }
    }
}
