package land.starkeorte.mail;

import java.io.InputStream;
import java.util.function.Function;
import land.starkeorte.lambda.LambdaFunction;

/** The guarantee: a schedule sends what the stream did not. */
final class SweepMails implements LambdaFunction {
    /** What one run sends in good time below SES's rate; the next run takes the rest. */
    private static final int BATCH = 200;

    private final Sender sender;

    SweepMails(Sender sender) {
        this.sender = sender;
    }

    @Override
    public byte[] apply(InputStream event) {
        sender.sendDue(BATCH);
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        sender.prime();
    }
}
