"""The names of Garmin's columns in the languages of its website."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# English, German, Swedish, Danish, Norwegian, Polish, Portuguese, French, Spanish, Italian, Dutch.
NAMES: Mapping[str, tuple[str, ...]] = {
    "type": (
        "Activity Type", "Aktivitätstyp", "Aktivitätsart", "Aktivitetstyp", "Aktivitetstype",
        "Typ aktywności", "Tipo de atividade", "Type d'activité", "Tipo de actividad",
        "Tipo di attività", "Tipo attività", "Activiteittype", "Activiteitstype",
        "Type activiteit",
    ),
    "date": ("Date", "Datum", "Dato", "Data", "Fecha"),
    "title": (
        "Title", "Titel", "Tittel", "Tytuł", "Título", "Titre", "Titolo", "Name", "Nazwa",
    ),
    "distance": (
        "Distance", "Distanz", "Distans", "Sträcka", "Afstand", "Distance", "Distanse", "Dystans",
        "Distância", "Distancia", "Distanza", "Strecke",
    ),
    "time": (
        "Time", "Zeit", "Tid", "Czas", "Tempo", "Tempo total", "Durée", "Temps", "Tiempo", "Tijd",
        "Duration", "Dauer", "Total Time", "Gesamtzeit",
    ),
    "moving": (
        "Moving Time", "Zeit in Bewegung", "Bewegungszeit", "Tid i rörelse", "Tid i bevægelse",
        "Tid i bevegelse", "Czas ruchu", "Tempo em movimento", "Temps de déplacement",
        "Temps en mouvement", "Tiempo en movimiento", "Tempo in movimento", "Tijd bewogen",
        "Bewegingstijd", "Tijd in beweging",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Förfluten tid", "Forløbet tid", "Medgått tid",
        "Forløpt tid", "Upłynęło czasu", "Upływ czasu", "Czas, który upłynął",
        "Tempo transcorrido", "Tempo decorrido", "Temps écoulé", "Tiempo transcurrido",
        "Tempo trascorso", "Verstreken tijd",
    ),
    "beat": (
        "Avg HR", "Average HR", "Avg Heart Rate", "Average Heart Rate", "Ø HF", "Ø Herzfrequenz",
        "Durchschnittliche Herzfrequenz", "Medelpuls", "Medelpulsen", "Genomsnittlig puls",
        "Gennemsnitlig puls", "Gns. puls", "Gennemsnitspuls", "Gjennomsnittlig puls",
        "Średnie tętno", "FC Média", "Frequência cardíaca média",
        "Fréquence cardiaque moyenne", "FC moyenne", "FC media", "Frecuencia cardiaca media",
        "Frequenza cardiaca media", "Gem. HS", "Gemiddelde hartslag", "Gem. hartslag",
    ),
    "highest": (
        "Max HR", "Max Heart Rate", "Maximum HR", "Max. HF", "Maximale HF",
        "Maximale Herzfrequenz", "Max. Herzfrequenz", "Maxpuls", "Maximal puls", "Maks. puls",
        "Makspuls", "Maksimumpuls", "Maksymalne tętno", "FC máxima", "FC Máxima",
        "Frequência cardíaca máxima", "Fréquence cardiaque maximale", "FC maximale",
        "Frecuencia cardiaca máxima", "FC max", "Frequenza cardiaca max", "FC massima",
        "Max. HS", "Maximale hartslag", "Max. hartslag",
    ),
    "cadence": (
        "Avg Run Cadence", "Avg Running Cadence", "Average Run Cadence", "Avg Cadence",
        "Ø Schrittfrequenz (Laufen)", "Medellöpkadens", "Gennemsnitlig løbekadence",
        "Gjennomsnittlig frekvens for løping", "Średni rytm biegu", "Cadência de corrida média",
        "Cadence de course moyenne", "Cadencia de carrera media", "Cadenza di corsa media",
        "Gemiddelde loopcadans",
    ),
    "stride": (
        "Avg Stride Length", "Ø Schrittlänge", "Medelsteglängd", "Gennemsnitlig skridtlængde",
        "Gjennomsnittlig skrittlengde", "Średnia długość kroku", "Comprimento médio da passada",
        "Longueur moyenne des foulées", "Longitud media de zancada", "Lunghezza media passo",
        "Gem. staplengte",
    ),
    "pace": (
        "Avg Pace", "Average Pace", "Avg Speed", "Ø Pace", "Medeltempo", "Gennemsnitligt tempo",
        "Gjennomsnittlig tempo", "Średnie tempo", "Ritmo médio", "Allure moyenne", "Ritmo medio",
        "Passo medio", "Gemiddeld tempo", "Gem. tempo",
    ),
    "climb": (
        "Total Ascent", "Elev Gain", "Elevation Gain", "Positiver Höhenunterschied",
        "Anstieg gesamt", "Total stigning", "Samlet stigning", "Total Stigning", "Stigning totalt",
        "Całkowity wznios", "Suma wzniosów", "Subida total", "Ascensão total", "Ascension totale",
        "Ascenso total", "Ascesa totale", "Totale stijging",
    ),
}  # fmt: skip
ENGLISH_TYPE = "activitytype"
# What a header may say of its unit: "Distance (km)".
UNIT_MARKS: Mapping[str, str] = {"km": "km", "mi": "mi", "miles": "mi"}
