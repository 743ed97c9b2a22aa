"""An invented application to print: every kind of block, in Finnish, with answers in other languages among them."""

from grantdesk.outline.block import (
    Bar,
    Block,
    Chart,
    Column,
    Entry,
    Gantt,
    Grid,
    Heading,
    Listing,
    Note,
    Outline,
    Prose,
    Signature,
    Stack,
    Stacks,
)

PARAGRAPH = (
    "Hankkeessa kehitetään avoin joustomarkkina, jossa asuinkiinteistöt, pienteollisuus ja latausoperaattorit "
    "tarjoavat jakeluverkolle siirrettävää kulutusta. Ratkaisu kootaan kolmesta osasta: mittaustiedon "
    "jakamisesta, ennustemalleista ja kaupankäynnin sääntökirjasta. Osat kokeillaan Helsingin, Espoon ja Vantaan "
    "alueella todellisissa kohteissa, ja tulokset julkaistaan avoimina rajapintoina ja toimintamalleina."
)
LISTED = """Tavoitteet ovat:
- lyhentää liittymisjonoa kolmanneksella pilottialueilla
- synnyttää vähintään kuusi uutta TKI-yhteistyösopimusta yritysten ja tutkimusorganisaatioiden välille
- tuoda mallit muiden kaupunkien käyttöön viimeistään vuonna 2029
Eteneminen:
1. Nykytilan kartoitus
2. Kokeilut kolmessa kohteessa
3. Levitys ja jatkorahoitus"""
ENGLISH = (
    "The project opens flexibility for households: forecasts and a rule book for trading are tried in three "
    "districts, and what works is published as open interfaces for other cities to use."
)


def money(euros: int) -> str:
    return f"{euros:,} €".replace(",", "\u00a0").replace(" €", "\u00a0€")


def budget(rows: int = 12) -> Grid:
    kinds = ("Palkat", "Matkat", "Ostopalvelut", "Laitteet", "Muut kulut")
    people = (
        "projektipäällikkö",
        "tutkija",
        "ohjelmistokehittäjä",
        "palvelumuotoilija",
        "viestinnän asiantuntija",
    )
    lines = [
        (
            kinds[n % 5],
            f"{people[n % 5].capitalize()}, {6 + n} htkk",
            money(1500 * (n + 3)),
            money(900 * (n + 2)),
        )
        for n in range(rows)
    ]
    columns = (
        Column("Kustannuslaji", 1.2),
        Column("Kuvaus", 2.4),
        Column("Arvio", numeric=True),
        Column("Haettava tuki", numeric=True),
    )
    return Grid(
        "Kustannusarvio", columns, tuple(lines), (("Yhteensä", "", money(286_500), money(171_900)),), 1
    )


def risks() -> Grid:
    columns = (Column("Riski", 1.5), Column("Vakavuus", 0.6), Column("Varautuminen", 2.2), Column("Vastuu"))
    rows = (
        (
            "Mittaustiedon saanti viivästyy sopimusneuvotteluissa",
            "Suuri",
            "Neuvottelut on aloitettu verkkoyhtiön kanssa ennen hakua; kokeilut voidaan aloittaa synteettisellä "
            "aineistolla, ja aikataulussa on kahden kuukauden varaus.",
            "Esimerkkikorkeakoulu",
        ),
        (
            "Avainhenkilö vaihtuu",
            "Kohtalainen",
            "Jokaisella työpaketilla on varavastuuhenkilö.",
            "Malliyliopisto",
        ),
        (
            "Kohteita ei löydy riittävästi",
            "Pieni",
            "Kaupungit tarjoavat varakohteet.",
            "Vantaan esimerkkiyksikkö",
        ),
    )
    return Grid("Riskit ja niihin varautuminen", columns, rows, row_heads=1)


def matrix(packages: int = 25, partners: int = 15) -> Grid:
    names = ("Esimerkkikorkeakoulu", "Malliyliopisto", "Kaupunki", "Joustava Oy", "Näyte Ab")
    columns = (
        Column("Työpaketti", 2.0),
        *(Column(f"{names[n % 5]} {n + 1}", numeric=True) for n in range(partners)),
        Column("Yhteensä", numeric=True),
    )
    rows = tuple(
        (
            f"TP{n + 1} Työpaketin nimi",
            *(f"{(n * p) % 7},{(n + p) % 4 * 25:02d}" for p in range(partners)),
            f"{n + 12},50",
        )
        for n in range(packages)
    )
    foot = (("Yhteensä", *("24,25" for _ in range(partners)), "363,75"),)
    return Grid("Työmäärä työpaketeittain ja toteuttajittain, henkilötyökuukausia", columns, rows, foot, 1)


def gantt(packages: int = 6) -> Chart:
    titles = (
        "Hallinto ja viestintä",
        "Mittaustieto ja rajapinnat",
        "Ennustemallit",
        "Kokeilut kohteissa",
        "Levitys",
    )
    bars: list[Bar] = []
    for n in range(packages):
        bars.append(Bar(f"TP{n + 1} {titles[n % 5]}", 3 * n % 20, min(3 * n % 20 + 9, 24)))
        bars.append(Bar(f"T{n + 1}.1 Määrittely", 3 * n % 20, 3 * n % 20 + 3, 1))
        bars.append(
            Bar(
                f"T{n + 1}.2 Toteutus ja arviointi yhdessä käyttäjien kanssa",
                3 * n % 20 + 3,
                3 * n % 20 + 7,
                1,
            )
        )
    bars.append(Bar("Välitulokset julkaistu", 14, 14, 1, mark=True))
    ticks = tuple((month, f"{month % 12 + 1}/{2027 + month // 12}") for month in range(0, 25, 3))
    table = Grid("Aikataulu", (Column("Työpaketti"), Column("Alku")), (("TP1", "1/2027"),))
    return Chart(
        "Aikataulu",
        "Kuusi työpakettia 24 kuukaudessa; kokeilut alkavat kuukaudesta 10.",
        Gantt(tuple(bars), 24, ticks),
        table,
    )


def stacks() -> Chart:
    series = ("Palkat", "Ostopalvelut", "Laitteet", "Matkat", "Muut kulut", "Välilliset kustannukset")
    partners = (
        "Esimerkkikorkeakoulu Oy",
        "Malliyliopisto",
        "Joustava Oy",
        "Kaupungin innovaatioyksikkö, jolla on pitkä nimi",
    )
    bars = tuple(
        Stack(name, tuple((n + 2) * (7 - k) * 1000 for k in range(6)), money((n + 2) * 27_000))
        for n, name in enumerate(partners)
    )
    table = Grid("Kustannukset", (Column("Toteuttaja"), Column("Yhteensä")), (("A", "1"),))
    return Chart(
        "Kustannukset toteuttajittain",
        "Suurimmat kustannukset ovat innovaatioyksiköllä.",
        Stacks(series, bars),
        table,
    )


def blocks() -> tuple[Block, ...]:
    return (
        Heading(2, "Perustiedot", "1"),
        Note(
            "Huomio: hakemus on tallennettu kesken. Kolme kohtaa odottaa vastausta ennen lähettämistä.",
            "warning",
        ),
        Entry("Hankkeen nimi", "Jousto – avoin joustomarkkina pääkaupunkiseudulle"),
        Entry("Lyhenne", "JOUSTO"),
        Entry("Alkamispäivä", "1.9.2027"),
        Entry("Päättymispäivä", "31.8.2029"),
        Entry(
            "Hankkeen kotisivu tai muu julkinen osoite, jos sellainen on",
            "https://example.org/jousto/hanke/esittely",
        ),
        Entry("Hankkeen englanninkielinen nimi", "Flex – an open market for flexibility", lang="en"),
        Entry("Onko hanke saanut muuta julkista tukea?", "–", answered=False),
        Prose("Tiivistelmä", (PARAGRAPH, PARAGRAPH)),
        Prose("Tavoitteet", (LISTED,)),
        Prose("Summary in English", (ENGLISH,), lang="en"),
        Prose("Vaikutukset ympäristöön", ("–",), answered=False),
        Listing("Teemat", ("Älykäs energia", "Kiertotalous ja jakamistalous", "Datan avaaminen")),
        Heading(2, "Konsortio", "2"),
        Heading(3, "Esimerkkikorkeakoulu Oy", "2.1"),
        Entry("Y-tunnus", "1234567-1"),
        Entry("Yhteyshenkilö", "Aino Esimerkki, aino.esimerkki@example.org"),
        Entry("Rooli", PARAGRAPH),
        Heading(3, "Őze & Söhne <GmbH>", "2.2"),
        Entry("Y-tunnus", "7654321-4"),
        Prose("Osaaminen", (PARAGRAPH,)),
        Heading(2, "Työsuunnitelma", "3"),
        gantt(),
        Prose("Menetelmät", (PARAGRAPH, PARAGRAPH, PARAGRAPH)),
        risks(),
        matrix(8, 4),
        Heading(2, "Talous", "4"),
        budget(),
        stacks(),
        Note("Neuvo: ostopalveluista on hyvä kertoa, miten hankinnat kilpailutetaan.", "advice"),
        Note("Virhe: rahoitus ei kata kustannuksia. Puuttuu 1 250,00 €.", "error"),
        Note("Tarkista hakuilmoituksesta, mitkä liitteet pyydetään.", "info"),
        Grid("Muu julkinen rahoitus", (Column("Rahoittaja"), Column("Summa", numeric=True)), ()),
        Heading(2, "Vakuutukset ja allekirjoitus", "5"),
        Signature(
            "Esimerkkikorkeakoulu Oy",
            "Nimenkirjoitusoikeudellinen henkilö",
            "Maija Mallikas",
            "Vakuutan, että tässä hakemuksessa annetut tiedot ovat oikein, ja sitoudun toteuttamaan hankkeen "
            "hakemuksen mukaisesti, jos sille myönnetään rahoitus.",
        ),
        Signature("Őze & Söhne <GmbH>", "Toimitusjohtaja"),
    )


def outline(
    *more: Block, draft: str = "", title: str = "Jousto – avoin joustomarkkina pääkaupunkiseudulle"
) -> Outline:
    return Outline(
        title,
        "Esimerkkikorkeakoulu Oy",
        "HEVi-ekosysteemisopimus, TKI-haku 2027",
        "fi",
        "GD-7F3A-20K9 · versio 12",
        "2026-11-24T10:15:00Z",
        more or blocks(),
        draft,
    )
