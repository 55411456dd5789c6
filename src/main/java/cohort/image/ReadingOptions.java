package cohort.image;

import cohort.InputException;

/**
 * How a user wants image files to be read.
 *
 * @param channel the channel to take from files with several, counted from 1; 0 if none is chosen
 */
public record ReadingOptions(int channel) {
    /** No channel is chosen. */
    public static final ReadingOptions NONE = new ReadingOptions(0);

    /** @throws InputException if the channel is negative */
    public ReadingOptions {
        if (channel < 0)
            throw new InputException(
                    "channel: found " + channel + ", expected the number of a channel, or 0 for none.");
    }

    /**
     * The channel to take.
     *
     * @param channels how many there are, unsigned; 1 if there are no channels
     * @return its index, from 0
     * @throws IllegalArgumentException if there are several and none is chosen, there is no such channel, or one is chosen where
     *     there are none
     */
    public int index(long channels) {
        String found = "found " + Long.toUnsignedString(channels) + " channels";
        if (channels == 1 && channel == 0) return 0;
        if (channels == 1)
            throw new IllegalArgumentException(
                    "found no channels for channel=" + channel + ", expected several; leave the option out");
        if (channel == 0)
            throw new IllegalArgumentException(found
                    + ", expected one number per voxel; choose the channel with channel=2, keep one with"
                    + " Image>Duplicate... in ImageJ, or declare them slices with Image>Properties if that is"
                    + " what they are, and save the"
                    + " image as TIFF");
        if (Long.compareUnsigned(channel, channels) > 0)
            throw new IllegalArgumentException(found + " for channel=" + channel + ", expected a number from 1 to "
                    + Long.toUnsignedString(channels));
        return channel - 1;
    }
}
