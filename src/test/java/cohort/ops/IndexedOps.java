package cohort.ops;

import cohort.ops.OpsIndex.Op;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;

/**
 * Calls ops as an {@code OpEnvironment} does, by what the index says and no more: what is left out at the end is {@code null},
 * and must be optional. Types it leaves to the method; matching by types is the engine's alone.
 */
public final class IndexedOps {
    private final List<Op> index = OpsIndex.read();

    /** A call that waits for its arguments. */
    public Call op(String name) {
        return new Call(
                index.stream()
                        .filter(op -> op.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no op " + name)),
                new Object[0]);
    }

    /**
     * A call.
     *
     * @param op what is called
     * @param arguments those given
     */
    public record Call(Op op, Object... arguments) {

        /** One argument, which an array is, too. */
        public Call input(Object given) {
            return input(new Object[] {given});
        }

        public Call input(Object... given) {
            List<Boolean> optional = op.optional();
            if (optional.subList(given.length, optional.size()).contains(false))
                throw new AssertionError(op.name() + " of " + given.length + " arguments");
            return new Call(op, Arrays.copyOf(given, optional.size()));
        }

        public Object apply() throws Throwable {
            try {
                return op.find().invoke(null, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Override
    public String toString() {
        return "by the index";
    }
}
