package cohort.data.download;

import java.io.IOException;

/** The disk, not the network, failed: no other attempt will do. */
final class UnwritablePart extends IOException {
    private static final long serialVersionUID = 1L;

    UnwritablePart(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
