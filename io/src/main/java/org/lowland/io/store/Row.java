package org.lowland.io.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.store.document.StructureDocument;

/** Records as rows of the table {@code lowland_record}. */
final class Row {
    private static final List<String> COLUMNS = List.of(
            "record_key",
            "provenance_id",
            "created",
            "title",
            "formula",
            "atoms",
            "energy_ev",
            "fmax_ev_per_a",
            "steps",
            "evaluations",
            "converged",
            "reason",
            "molecule_identity",
            "seed",
            "seconds",
            "uncertainty_ev",
            "force_uncertainty_ev_per_a",
            "doubt",
            "forces_ev_per_a",
            "stress_ev_per_a3",
            "document",
            "fingerprint",
            "fingerprint_key");

    static final String INSERT = "INSERT INTO lowland_record (" + String.join(", ", COLUMNS) + ") VALUES ("
            + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";

    static final String SELECT = "SELECT id, " + String.join(", ", COLUMNS) + " FROM lowland_record";

    private Row() {}

    /** Fills the statement of {@link #INSERT}. */
    static void bind(PreparedStatement statement, Prepared prepared, long provenance) throws SQLException {
        Deposit deposit = prepared.deposit();
        Optional<Ending> ending = deposit.ending();
        Optional<Evaluation> evaluation = Deposit.evaluation(deposit.structure());
        Optional<Uncertainty> uncertainty = evaluation.flatMap(Evaluation::uncertainty);
        Binder binder = new Binder(statement);
        binder.text(deposit.key());
        binder.number(Optional.of(provenance), Types.BIGINT);
        binder.moment(LocalDateTime.ofInstant(deposit.created().orElseGet(Instant::now), ZoneOffset.UTC));
        binder.text(printable(deposit.structure().title()));
        binder.text(prepared.formula());
        binder.number(Optional.of(deposit.structure().atoms()), Types.INTEGER);
        binder.real(prepared.energy());
        binder.real(ending.map(Ending::fmax));
        binder.number(ending.map(Ending::steps), Types.INTEGER);
        binder.number(ending.map(Ending::evaluations), Types.BIGINT);
        binder.truth(ending.map(Ending::converged));
        binder.text(ending.map(end -> end.reason().name()));
        binder.text(ending.flatMap(Ending::identity).map(Identity::name));
        binder.number(ending.map(Ending::seed), Types.BIGINT);
        binder.real(ending.map(Ending::seconds));
        binder.real(uncertainty.map(Uncertainty::energy));
        binder.real(uncertainty
                .map(Uncertainty::force)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble));
        binder.text(uncertainty.flatMap(Uncertainty::doubt));
        binder.bytes(evaluation.map(labels -> Bytes.of(labels.forces())));
        binder.bytes(evaluation.flatMap(Evaluation::stress).map(Bytes::of));
        binder.text(prepared.document());
        binder.bytes(prepared.fingerprint());
        binder.number(prepared.fingerprintKey(), Types.BIGINT);
    }

    /** The record of a row of {@link #SELECT}, where the provenance of its number is known. */
    static StoredRecord read(ResultSet row, Provenance provenance) throws SQLException {
        Structure structure = StructureDocument.read(row.getString("document"));
        byte[] forces = row.getBytes("forces_ev_per_a");
        if (forces != null) {
            structure = labelled(structure, Optional.of(evaluation(row, forces)));
        }
        return new StoredRecord(
                row.getLong("id"),
                row.getString("record_key"),
                row.getObject("created", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("formula"),
                structure,
                row.getString("reason") == null ? Optional.empty() : Optional.of(ending(row)),
                provenance);
    }

    private static Ending ending(ResultSet row) throws SQLException {
        return new Ending(
                real(row, "fmax_ev_per_a").orElse(Double.NaN),
                row.getBoolean("converged"),
                row.getInt("steps"),
                row.getLong("evaluations"),
                StopReason.valueOf(row.getString("reason")),
                Optional.ofNullable(row.getString("molecule_identity")).map(Identity::valueOf),
                row.getLong("seed"),
                real(row, "seconds").orElse(Double.NaN));
    }

    private static Evaluation evaluation(ResultSet row, byte[] forces) throws SQLException {
        Evaluation evaluation = Evaluation.of(real(row, "energy_ev").orElse(Double.NaN), Bytes.doubles(forces));
        byte[] stress = row.getBytes("stress_ev_per_a3");
        if (stress != null) {
            evaluation = evaluation.withStress(Bytes.doubles(stress));
        }
        OptionalDouble uncertainty = real(row, "uncertainty_ev");
        return uncertainty.isEmpty()
                ? evaluation
                : evaluation.withUncertainty(new Uncertainty(
                        uncertainty.getAsDouble(),
                        real(row, "force_uncertainty_ev_per_a"),
                        Optional.ofNullable(row.getString("doubt"))));
    }

    private static Structure labelled(Structure structure, Optional<Evaluation> labels) {
        if (structure instanceof MoleculeRecord molecule) {
            return molecule.labelled(labels);
        }
        LabelledFrame frame = (LabelledFrame) structure;
        return new LabelledFrame(frame.system(), labels, frame.comment(), frame.info(), frame.columns());
    }

    static OptionalDouble real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Without characters that databases refuse in text; the document has them all. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Fills a statement from its first parameter on; numbers that are none are NULL. */
    private static final class Binder {
        private final PreparedStatement statement;
        private int next = 1;

        private Binder(PreparedStatement statement) {
            this.statement = statement;
        }

        private void text(String value) throws SQLException {
            statement.setString(next++, value);
        }

        private void text(Optional<String> value) throws SQLException {
            set(value, Types.VARCHAR);
        }

        private void moment(LocalDateTime value) throws SQLException {
            statement.setObject(next++, value);
        }

        private void number(Optional<? extends Number> value, int type) throws SQLException {
            set(value, type);
        }

        private void real(Optional<Double> value) throws SQLException {
            set(value.filter(Double::isFinite), Types.DOUBLE);
        }

        private void truth(Optional<Boolean> value) throws SQLException {
            set(value, Types.BOOLEAN);
        }

        private void bytes(Optional<byte[]> value) throws SQLException {
            if (value.isPresent()) {
                statement.setBytes(next++, value.get());
            } else {
                statement.setNull(next++, Types.BINARY);
            }
        }

        private void set(Optional<?> value, int type) throws SQLException {
            if (value.isPresent()) {
                statement.setObject(next++, value.get(), type);
            } else {
                statement.setNull(next++, type);
            }
        }
    }
}
