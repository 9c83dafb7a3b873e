"""A reader who has a keyboard and nothing else."""

FOCUSED = """() => {
    const here = document.activeElement;
    return here.closest("[data-consent], [data-notice]") ? "bar"
        : here.closest("[data-prompt]") ? "prompt"
        : here.matches(".skip") ? "skip link" : here.localName;
}"""


class Keyboard:
    """Walks a Playwright page by the Tab key and presses what stands there."""

    def __init__(self, page):
        self.page = page

    def stops(self, count, key="Tab"):
        """Walk on, and return the part of the page that each stop lies in."""
        return [self.step(key) for _stop in range(count)]

    def step(self, key="Tab"):
        self.page.keyboard.press(key)
        return self.place

    @property
    def place(self):
        """The part of the page that has the focus; `body` means that it was lost."""
        return self.page.evaluate(FOCUSED)

    def is_at(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def walk_to(self, selector, key="Tab"):
        """Walk until what `selector` names has the focus."""
        for _stop in range(40):
            self.step(key)
            if self.is_at(selector):
                return
        raise AssertionError(f"The Tab key does not lead to {selector}.")

    def press(self, selector, key="Enter"):
        self.walk_to(selector)
        self.page.keyboard.press(key)

    def wait_at(self, selector):
        """Wait until the focus has moved to what `selector` names."""
        self.page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)
