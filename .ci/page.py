"""Uses the page as people do, in a real browser: uploads films through the form, watches them, compares before and after.

page.py URL FILM FOLDER     the platform's address, a film, and a folder for screenshots
"""

import shutil
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HOSTILE_NAME = "<img src=x onerror=document.title='hacked'>.mp4"
SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --window-size=1000,1100"
)
FILM_SECONDS = 300
ANSWER_SECONDS = 20
OVERFLOW = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_browser():
    options = webdriver.ChromeOptions()
    for switch in SWITCHES.split():
        options.add_argument(switch)
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    return webdriver.Chrome(options=options, service=service)


def wait(browser, condition, seconds=ANSWER_SECONDS):
    return WebDriverWait(browser, seconds).until(lambda _: condition())


class Page:
    def __init__(self, browser, url, folder):
        self.browser = browser
        self.folder = folder
        browser.get(url)
        wait(browser, lambda: self.models())

    def models(self):
        return [option.text for option in Select(self.browser.find_element(By.NAME, "model")).options]

    def upload(self, film, model):
        before = len(self.jobs())
        self.browser.find_element(By.NAME, "film").send_keys(str(film))
        Select(self.browser.find_element(By.NAME, "model")).select_by_visible_text(model)
        self.browser.find_element(By.CSS_SELECTOR, "form button").click()
        wait(self.browser, lambda: len(self.jobs()) == before + 1)

    def jobs(self):
        return self.browser.find_elements(By.CSS_SELECTOR, "#jobs > li")

    def newest(self):
        return self.jobs()[0]

    def text(self, selector):
        return self.newest().find_element(By.CSS_SELECTOR, selector).text

    def screenshot(self, name):
        self.browser.save_screenshot(str(self.folder / name))


def an_uploaded_film_is_followed_to_its_end(page, film):
    assert "genga-cel-x2" in page.models()
    page.upload(film, "genga-cel-x2")
    wait(page.browser, lambda: "frames/s" in page.text(".figures") and "left" in page.text(".figures"), FILM_SECONDS)
    page.screenshot("running.png")
    wait(page.browser, lambda: page.text(".state") == "remastered", FILM_SECONDS)
    assert "of the pixels computed" in page.text(".figures")
    assert "genga-cel-x2 (Apache-2.0)" in page.text(".figures")
    assert page.newest().find_element(By.LINK_TEXT, "Download").get_attribute("href").endswith("/result")


def the_report_on_a_film_is_readable(page):
    """Without a script, without anything from elsewhere, in light and dark, also on a telephone."""
    browser = page.browser
    address = page.newest().find_element(By.LINK_TEXT, "Report").get_attribute("href")
    overview = browser.current_window_handle
    browser.switch_to.new_window("window")
    browser.get(address)
    assert browser.find_element(By.TAG_NAME, "h1").text == "No fault was found"
    assert browser.find_elements(By.CSS_SELECTOR, ".checks li.good") and not browser.find_elements(By.CSS_SELECTOR, ".bad")
    assert not browser.find_elements(By.TAG_NAME, "script")
    assert browser.find_elements(By.CSS_SELECTOR, "svg line.border")
    assert browser.find_elements(By.CSS_SELECTOR, ".timeline path.start")
    assert browser.find_elements(By.CSS_SELECTOR, ".timeline path.part")
    images = browser.find_elements(By.CSS_SELECTOR, ".strip img")
    assert images and all(browser.execute_script("return arguments[0].naturalWidth", image) for image in images)
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    page.screenshot("report.png")
    for width, scheme in ((1000, "dark"), (500, "light")):
        browser.set_window_size(width, 1100)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        assert browser.execute_script(OVERFLOW) == 0
        page.screenshot(f"report-{scheme}-{width}.png")
        computed = browser.find_element(By.CSS_SELECTOR, "section:has(.timeline)")
        computed.screenshot(str(page.folder / f"report-computed-{scheme}-{width}.png"))
    browser.close()
    browser.switch_to.window(overview)
    browser.set_window_size(1000, 1100)


def what_was_computed_is_shown(page):
    """Opened by the keyboard; in light and dark, also on a telephone."""
    browser = page.browser
    details = page.newest().find_element(By.CSS_SELECTOR, "details.computed")
    details.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
    figure = details.find_element(By.TAG_NAME, "figure")
    wait(browser, figure.is_displayed)
    assert "of the picture" in details.find_element(By.CLASS_NAME, "reading").text
    svg = figure.find_element(By.TAG_NAME, "svg")
    assert svg.get_attribute("role") == "img" and "equal parts of the film" in svg.get_attribute("aria-label")
    outline = lambda kind: svg.find_element(By.CSS_SELECTOR, f"path.{kind}").get_attribute("d")
    assert outline("start").startswith("M0.00 0.00h") and outline("part")
    assert outline("mark").count("M") == outline("start").count("M") - 1
    assert outline("unknown") == "" and not figure.find_element(By.CSS_SELECTOR, ".legend .unknown").is_displayed()
    times = [time.text for time in figure.find_elements(By.CSS_SELECTOR, ".times span")]
    assert times[0] == "0:00" and len(times) == 3 and times[2] > times[1] > times[0]
    for width, scheme in ((1000, "light"), (1000, "dark"), (400, "light")):
        browser.set_window_size(width, 1100)
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        assert browser.execute_script(OVERFLOW) == 0
        page.screenshot(f"computed-{scheme}-{width}.png")
    browser.set_window_size(1000, 1100)
    details.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)


def before_and_after_are_compared(page):
    details = page.newest().find_element(By.CSS_SELECTOR, "details.comparison")
    details.find_element(By.TAG_NAME, "summary").click()
    after, before = details.find_elements(By.TAG_NAME, "img")
    width = lambda image: page.browser.execute_script("return arguments[0].naturalWidth", image)
    wait(page.browser, lambda: width(after) > 0 and width(before) > 0)
    assert width(after) == 2 * width(before)
    shown = lambda: before.value_of_css_property("clip-path")
    at_first = shown()
    pair = details.find_element(By.CLASS_NAME, "pair")
    ActionChains(page.browser).move_to_element_with_offset(pair, 120, 40).perform()
    wait(page.browser, lambda: shown() != at_first)
    page.screenshot("compared.png")
    details.find_element(By.CSS_SELECTOR, "input[type=checkbox]").click()
    page.screenshot("compared-whole.png")


def a_hostile_name_stays_text(page, film):
    page.upload(film, "nearest-x2")
    assert page.text("h2") == HOSTILE_NAME
    assert not page.newest().find_elements(By.CSS_SELECTOR, "h2 *")
    assert page.browser.title == "genga"


def what_is_no_film_fails_with_the_reason(page, folder):
    text = folder / "letter.mkv"
    text.write_text("this is no film")
    page.upload(text, "nearest-x2")
    wait(page.browser, lambda: page.text(".state") == "failed")
    assert page.text(".figures")
    page.screenshot("failed.png")


def all_is_there_after_a_reload(page):
    names = [job.find_element(By.TAG_NAME, "h2").text for job in page.jobs()]
    page.browser.refresh()
    wait(page.browser, lambda: [job.find_element(By.TAG_NAME, "h2").text for job in page.jobs()] == names)


def it_is_readable_in_the_dark_and_on_a_telephone(page):
    page.browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    page.browser.set_window_size(500, 900)
    assert page.browser.execute_script(OVERFLOW) == 0
    page.screenshot("dark.png")


def main(url, film, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, open_browser() as browser:
        hostile = shutil.copy(film, Path(work) / HOSTILE_NAME)
        page = Page(browser, url, folder)
        page.screenshot("empty.png")
        an_uploaded_film_is_followed_to_its_end(page, film)
        the_report_on_a_film_is_readable(page)
        what_was_computed_is_shown(page)
        before_and_after_are_compared(page)
        a_hostile_name_stays_text(page, hostile)
        what_is_no_film_fails_with_the_reason(page, Path(work))
        all_is_there_after_a_reload(page)
        it_is_readable_in_the_dark_and_on_a_telephone(page)
    print(f"The page holds; screenshots lie in {folder}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]))
