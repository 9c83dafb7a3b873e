"""What went wrong while a browser showed a page."""

LOCAL_SCHEMES = ("data:", "blob:", "about:")


class Visit:
    """Listens to a Playwright page; `complaints` are sentences, in the order they happened."""

    def __init__(self, page, home):
        self.home = home
        self.complaints = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(f"A script failed: {error}"))
        page.on("request", self.see)

    def hear(self, message):
        if message.type == "error":
            self.complaints.append(f"The console says: {message.text} ({message.location.get('url')})")

    def see(self, request):
        if not request.url.startswith((f"{self.home}/", *LOCAL_SCHEMES)):
            self.complaints.append(f"A request left our host: {request.url}")
