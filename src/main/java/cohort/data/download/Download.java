package cohort.data.download;

import java.net.URI;
import java.nio.file.Path;

/**
 * One file to download.
 *
 * @param from its address
 * @param to its place; a file that is there is taken as it is
 * @param content what it must be
 */
public record Download(URI from, Path to, Content content) {}
