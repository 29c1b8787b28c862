from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateError, UndefinedError

from generator.site.context import SiteContext
from generator.site.environment import environment


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "static" / "fonts").mkdir(parents=True)
    (tmp_path / "static" / "style.css").write_text("a{}")
    (tmp_path / "static" / "fonts" / "a.woff2").write_bytes(b"font")
    return tmp_path


def render(theme: Path, template: str, **values: object) -> str:
    (theme / "templates" / "x.html").write_text(template)
    return environment(theme, SiteContext("Ferries", url="/repo")).get_template("x.html").render(**values)


def test_text_is_escaped(theme: Path) -> None:
    assert render(theme, "{{ x }}", x='<b a="c">') == "&lt;b a=&#34;c&#34;&gt;"


def test_a_body_is_rendered_and_not_escaped_again(theme: Path) -> None:
    assert render(theme, "{{ markdown(x) }}", x="*a* <script>1</script>") == "<p><em>a</em> </p>"


def test_what_is_not_there_is_an_error(theme: Path) -> None:
    with pytest.raises(UndefinedError):
        render(theme, "{{ viw.title }}")
    with pytest.raises(KeyError):
        render(theme, "{{ t('no such words') }}")


def test_no_template_of_pelicans_own_theme_comes_in(theme: Path) -> None:
    with pytest.raises(TemplateError, match=r"article\.html"):
        environment(theme, SiteContext("Ferries")).get_template("article.html")


def test_addresses_get_the_prefix(theme: Path) -> None:
    assert render(theme, "{{ href('/events/x/') }} {{ href('/') }}") == "/repo/events/x/ /repo/"
    with pytest.raises(TemplateError, match="begins with a slash"):
        render(theme, "{{ href('https://a.example/') }}")


def test_a_style_sheet_has_a_new_address_when_it_changes_and_a_font_keeps_its_own(theme: Path) -> None:
    first = render(theme, "{{ asset('style.css') }}")
    (theme / "static" / "style.css").write_text("b{}")
    second = render(theme, "{{ asset('style.css') }}")
    assert first != second
    assert second.startswith("/repo/theme/style.css?v=")
    assert render(theme, "{{ asset('fonts/a.woff2') }}") == "/repo/theme/fonts/a.woff2"
    with pytest.raises(TemplateError, match="no such file"):
        render(theme, "{{ asset('none.css') }}")
