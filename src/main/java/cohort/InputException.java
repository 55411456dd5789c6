package cohort;

/**
 * A mistake in what the user gave. The message is one sentence that names the file, the subject or the option, what
 * was found, what was expected and how to correct it; it is shown as it is, without a stack trace.
 */
public final class InputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
