package land.starkeorte.proofofwork;

import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Table;
import land.starkeorte.store.Write;

/**
 * Remembers the proofs that were used, and the key that signs the challenges:
 *
 * <pre>
 * pk           sk     what
 * (proof)      spent  that it was used, until it is too old anyway
 * signing-key  key    what signs the challenges
 * </pre>
 */
public final class SpentProofs {
    private static final String KEY = "signing-key";

    private final Table table;

    /** Over the feature's own table. */
    public SpentProofs(Table table) {
        this.table = table;
    }

    private record Spent(long expires) {}

    private record SigningKey(String secret) {}

    /** Belongs into the transaction of the effect that the proof pays for; its condition fails where it was used before. */
    public Write spend(Proof proof) {
        return table.add(proof.id(), "spent", new Spent(proof.expires().getEpochSecond()));
    }

    /** Whether somebody has used it. */
    public boolean isSpent(Proof proof) {
        return table.find(proof.id(), "spent", Spent.class).isPresent();
    }

    /** Drawn by whoever asks first and kept, so that it stands in no code, no template and no parameter. */
    public String signingKey() {
        return table.find(KEY, "key", SigningKey.class).orElseGet(this::draw).secret();
    }

    private SigningKey draw() {
        // Where another one has drawn it meanwhile, that one counts.
        var _ = table.write(table.add(KEY, "key", new SigningKey(Secrets.secret())));
        return table.find(KEY, "key", SigningKey.class).orElseThrow();
    }
}
