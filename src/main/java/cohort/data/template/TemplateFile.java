package cohort.data.template;

import cohort.InputException;
import cohort.data.download.Content;
import cohort.data.download.Download;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a template on the web.
 *
 * @param server its address without a slash at the end
 * @param path from there, with a slash at the beginning
 * @param sha256 digest of its bytes in hexadecimal
 * @param content what it must be
 */
record TemplateFile(String server, String path, String sha256, Content content) {
    /** The system property that names another server than the files' own, e.g. a mirror. */
    static final String SERVER = "cohort.template.url";

    /** Its name without folders. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @throws InputException if the property is no address */
    Download into(Path folder) {
        String address = System.getProperty(SERVER, server).replaceFirst("/+$", "") + path;
        if (!address.matches("(?i)https?://[^/\\s]+/\\S+"))
            throw new InputException("The property " + SERVER + " is " + System.getProperty(SERVER)
                    + ", expected an address such as " + server + ".");
        return new Download(URI.create(address), folder.resolve(name()), content, Optional.of(sha256));
    }
}
