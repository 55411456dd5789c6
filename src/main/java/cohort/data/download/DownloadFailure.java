package cohort.data.download;

import java.io.IOException;
import java.time.Duration;

/** Why one attempt at a download failed. The message is the end of a sentence, without a full stop. */
final class DownloadFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;
    private final Duration wait;

    private DownloadFailure(String reason, boolean lasting, Duration wait, Throwable cause) {
        super(reason, cause);
        this.lasting = lasting;
        this.wait = wait;
    }

    /** Another attempt would fail in the same way. */
    static DownloadFailure lasting(String reason) {
        return new DownloadFailure(reason, true, Duration.ZERO, null);
    }

    /** Another attempt may do. */
    static DownloadFailure passing(String reason) {
        return new DownloadFailure(reason, false, Duration.ZERO, null);
    }

    /** Another attempt may do, for the connection or the data failed. */
    static DownloadFailure passing(String reason, Throwable cause) {
        return new DownloadFailure(reason, false, Duration.ZERO, cause);
    }

    /** Another attempt may do after the time that the server asks for. */
    static DownloadFailure busy(String reason, Duration wait) {
        return new DownloadFailure(reason, false, wait, null);
    }

    boolean isLasting() {
        return lasting;
    }

    /** The least time to wait; 0 if the server does not say. */
    Duration leastWait() {
        return wait;
    }
}
