"use strict";

// Sorts tables by a click on a heading. The rows of one body stay together and go by their first row.
for (const table of document.querySelectorAll("table.sortable")) {
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => {
        const numbers = Array.from(table.tBodies, body => body.rows[0].cells[column].dataset.value);
        const numeric = numbers.some(number => number !== undefined);
        if (numeric) heading.classList.add("number");
        // No button element: print leaves it out of the headings that it repeats on each page.
        const button = document.createElement("span");
        button.setAttribute("role", "button");
        button.tabIndex = 0;
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("keydown", event => {
            if (![" ", "Enter"].includes(event.key)) return;
            event.preventDefault();
            button.click();
        });
        button.addEventListener("click", () => {
            const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
            headings.forEach(other => other.removeAttribute("aria-sort"));
            heading.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
            const key = body => body.rows[0].cells[column];
            const compare = (a, b) => numeric
                ? Number(key(a).dataset.value ?? -1e300) - Number(key(b).dataset.value ?? -1e300)
                : key(a).textContent.localeCompare(key(b).textContent, "en", {numeric: true});
            table.append(...Array.from(table.tBodies).sort((a, b) => direction * compare(a, b)));
        });
    });
}

// Paper cannot be unfolded.
window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
        details.open = true;
        details.dataset.unfolded = "";
    }
});
window.addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("details[data-unfolded]")) {
        details.open = false;
        delete details.dataset.unfolded;
    }
});
