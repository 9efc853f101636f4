"""The layouts and languages of Strong: their headers, and a row."""

from __future__ import annotations

CLASSIC = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
NO_DURATION = CLASSIC.replace("Duration,", "")
OLDEST = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
ANDROID = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes"
)
IN_SECONDS = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";'
    '"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
)
LATER = "2024-07-03 15:36:01"


LANGUAGES = {
    "English": CLASSIC.strip(),
    "French": "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,"
    "Distance,Secondes,Notes,Notes d'entraînement,RPE",
    "German": "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,"
    "Entfernung,Sekunden,Notizen,Workout-Notizen,RPE",
    "Portuguese": "Data,Nome do treino,Duração,Nome do exercício,Ordem da série,Peso,Reps,"
    "Distância,Segundos,Notas,Notas do treino,RPE",
    "Spanish": "Fecha,Nombre del entrenamiento,Duración,Nombre del ejercicio,Orden de la serie,"
    "Peso,Repeticiones,Distancia,Segundos,Notas,Notas del entrenamiento,RPE",
    "Italian": "Data,Nome allenamento,Durata,Nome esercizio,Ordine serie,Peso,Ripetizioni,"
    "Distanza,Secondi,Note,Note allenamento,RPE",
    "Dutch": "Datum,Trainingsnaam,Duur,Naam oefening,Setvolgorde,Gewicht,Herhalingen,Afstand,"
    "Seconden,Notities,Trainingsnotities,RPE",
    "Swedish": "Datum,Träningsnamn,Varaktighet,Övningsnamn,Setordning,Vikt,Reps,Avstånd,Sekunder,"
    "Anteckningar,Träningsanteckningar,RPE",
    "Danish": "Dato,Træningsnavn,Varighed,Øvelsesnavn,Sætrækkefølge,Vægt,Gentagelser,Afstand,"
    "Sekunder,Noter,Træningsnoter,RPE",
    "Norwegian": "Dato,Treningsnavn,Varighet,Øvelsesnavn,Settrekkefølge,Vekt,Repetisjoner,Avstand,"
    "Sekunder,Notater,Treningsnotater,RPE",
    "Polish": "Data,Nazwa treningu,Czas trwania,Nazwa ćwiczenia,Kolejność serii,Ciężar,"
    "Powtórzenia,Dystans,Sekundy,Notatki,Notatki z treningu,RPE",
    "Russian": "Дата,Название тренировки,Длительность,Название упражнения,Порядок подходов,Вес,"  # noqa: RUF001
    "Повторения,Расстояние,Секунды,Заметки,Заметки о тренировке,RPE",  # noqa: RUF001
    "Japanese": "日付,ワークアウト名,時間,エクササイズ名,セットの順序,重量,レップ,距離,秒,メモ,"
    "ワークアウトメモ,RPE",
}


def row(weight: str = "40.0", reps: str = "5", order: str = "1", date: str = LATER) -> str:
    """A row of the classic layout."""
    return f"{date},Legs,1h 2min,Squat (Barbell),{order},{weight},{reps},0,0,deep,fine,8.5\n"
