-- Where results come from: one row for each way to compute them.
CREATE TABLE IF NOT EXISTS lowland_provenance (
    id ${identity} PRIMARY KEY,
    digest VARCHAR(64) NOT NULL UNIQUE,
    task VARCHAR(40) NOT NULL,
    program VARCHAR(200) NOT NULL,
    optimizer ${text},
    potential ${text},
    model_checksum VARCHAR(200),
    level_of_theory ${text},
    settings ${text} NOT NULL
);

-- Structures, what was computed of them, and by what they are found again.
CREATE TABLE IF NOT EXISTS lowland_record (
    id ${identity} PRIMARY KEY,
    record_key VARCHAR(64) NOT NULL UNIQUE,
    provenance_id BIGINT NOT NULL REFERENCES lowland_provenance (id),
    created ${moment} NOT NULL,
    title ${text} NOT NULL,
    formula ${text} NOT NULL,
    atoms INT NOT NULL,
    energy_ev DOUBLE PRECISION,
    fmax_ev_per_a DOUBLE PRECISION,
    steps INT,
    evaluations BIGINT,
    converged BOOLEAN,
    reason VARCHAR(20),
    molecule_identity VARCHAR(20),
    seed BIGINT,
    seconds DOUBLE PRECISION,
    uncertainty_ev DOUBLE PRECISION,
    force_uncertainty_ev_per_a DOUBLE PRECISION,
    doubt ${text},
    forces_ev_per_a ${bytes},
    stress_ev_per_a3 ${bytes},
    document ${text} NOT NULL,
    fingerprint ${bytes},
    fingerprint_key BIGINT
);

CREATE INDEX IF NOT EXISTS lowland_record_fingerprint ON lowland_record (fingerprint_key);
CREATE INDEX IF NOT EXISTS lowland_record_provenance ON lowland_record (provenance_id);
