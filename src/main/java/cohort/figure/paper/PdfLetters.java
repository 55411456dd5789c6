package cohort.figure.paper;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes in one font whatever Java's font is; what that cannot write is drawn as shapes. */
final class PdfLetters extends PdfBoxGraphics2DFontTextDrawer {
    private final PDFont font;

    PdfLetters(PDFont font) {
        this.font = font;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
            throws IOException, FontFormatException {
        StringBuilder letters = new StringBuilder();
        for (char letter = text.first(); letter != CharacterIterator.DONE; letter = text.next()) letters.append(letter);
        text.first();
        return has(font, letters.toString());
    }

    @Override
    protected PDFont mapFont(Font asked, IFontTextDrawerEnv env) {
        return font;
    }

    /** Whether a font has all the letters of a text. */
    static boolean has(PDFont font, String text) throws IOException {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException e) { // PDFBox has no other way to ask
            return false;
        }
    }
}
