"""What the columns of Strong are called in the languages of its app.

The English, French, German and Portuguese names are those of real exports; the others are what the
app's words would be, and hurt nobody where they are not.
"""

from __future__ import annotations

from hemipelvi_gui.exchange.cells import column_key
from hemipelvi_gui.exchange.strength.layout import Field

# A name and its second forms, apart by bars: en, fr, de, pt, es, it, nl, sv, da, nb, pl, ru, ja.
WORDS = {
    Field.MOMENT: ("Date|Datum|Data|Fecha|Dato|Дата|日付|日時|날짜|日期"),
    Field.WORKOUT: (
        "Workout Name|Nom de l'entraînement|Nom de l'entrainement|Workout-Name|Trainingsname"
        "|Nome do treino|Nome do treinamento|Nombre del entrenamiento|Nombre de entrenamiento"
        "|Nombre del entreno|Nome allenamento|Nome dell'allenamento|Nome workout|Workoutnaam"
        "|Trainingsnaam|Naam training|Naam van training|Naam van de training|Träningsnamn"
        "|Träningspassets namn|Namn på träningspass|Passnamn|Træningsnavn|Navn på træning"
        "|Treningsnavn|Navn på trening|Treningsøktens navn|Øktnavn|Nazwa treningu"
        "|Название тренировки|Имя тренировки|ワークアウト名|トレーニング名|운동 이름|训练名称"
    ),
    Field.EXERCISE: (
        "Exercise Name|Nom de l'exercice|Name der Übung|Übungsname|Nome do exercício"
        "|Nombre del ejercicio|Nombre de ejercicio|Nome esercizio|Nome dell'esercizio"
        "|Naam oefening|Naam van oefening|Naam van de oefening|Oefeningnaam|Oefeningsnaam"
        "|Övningsnamn|Övningens namn|Namn på övning|Øvelsesnavn|Øvelsens navn|Navn på øvelse"
        "|Nazwa ćwiczenia|Название упражнения|Имя упражнения|エクササイズ名|種目名"
        "|エクササイズの名前|동작 이름|动作名称"
    ),
    Field.KIND: (
        "Set Order|Ordre de la série|Ordre des séries|Reihenfolge festlegen|Satzreihenfolge"
        "|Satz-Reihenfolge|Reihenfolge der Sätze|Ordem da série|Ordem das séries"
        "|Orden de la serie|Orden de serie|Orden de las series|Orden de series|Ordine serie"
        "|Ordine delle serie|Ordine della serie|Setvolgorde|Volgorde set|Volgorde van set"
        "|Volgorde van sets|Setordning|Ordning på set|Ange ordning|Sætrækkefølge|Sæt rækkefølge"
        "|Angiv rækkefølge|Settrekkefølge|Sett rekkefølge|Rekkefølge på sett|Kolejność serii"
        "|Порядок подходов|Порядок подхода|Порядок сетов|セットの順序|セット順|セット順序"
        "|セットの順番|세트 순서|组顺序"
    ),
    Field.WEIGHT: (
        "Weight|Poids|Gewicht|Peso|Vikt|Vægt|Vekt|Ciężar|Waga|Obciążenie|Вес|重量|무게"  # noqa: RUF001  Russian
    ),
    Field.WEIGHT_UNIT: (
        "Weight Unit|Unité de poids|Gewichtseinheit|Unidade de peso|Unidad de peso|Unità di peso"
        "|Unità peso|Gewichtseenheid|Viktenhet|Vægtenhed|Vektenhet|Jednostka wagi"
        "|Jednostka ciężaru|Единица веса|重量の単位|重量単位"
    ),
    Field.REPS: (
        "Reps|Réps|Répétitions|Repetitions|Wiederh.|Wdh.|Wiederholungen|Repetições|Repeticiones"
        "|Repet.|Rip.|Ripetizioni|Herhalingen|Herh.|Repetitioner|Gentagelser|Repetisjoner"
        "|Powtórzenia|Powt.|Повторения|Повторы|Повт.|レップ|レップ数|回数|반복|次数"
    ),
    Field.DISTANCE: (
        "Distance|Entfernung|Distanz|Strecke|Distância|Distancia|Distanza|Afstand|Avstånd"
        "|Sträcka|Distans|Avstand|Distanse|Dystans|Odległość|Расстояние|Дистанция|距離|거리|距离"
    ),
    Field.DISTANCE_UNIT: (
        "Distance Unit|Unité de distance|Entfernungseinheit|Distanzeinheit|Unidade de distância"
        "|Unidad de distancia|Unità di distanza|Unità distanza|Afstandseenheid|Avståndsenhet"
        "|Distansenhet|Afstandsenhed|Avstandsenhet|Distanseenhet|Jednostka dystansu"
        "|Jednostka odległości|Единица расстояния|距離の単位|距離単位"
    ),
    Field.SECONDS: (
        "Seconds|Secondes|Sekunden|Segundos|Secondi|Seconden|Sekunder|Sekundy|Секунды|秒|秒数|초"
    ),
    Field.NOTES: (
        "Notes|Notizen|Notas|Note|Notities|Opmerkingen|Anteckningar|Noter|Bemærkninger|Notater"
        "|Merknader|Notatki|Uwagi|Заметки|Примечания|メモ|ノート|메모|备注"
    ),
    Field.WORKOUT_NOTES: (
        "Workout Notes|Notes d'entraînement|Notes de l'entraînement|Workout-Notizen"
        "|Trainingsnotizen|Notas do treino|Notas do treinamento|Notas del entrenamiento"
        "|Notas de entrenamiento|Notas del entreno|Note allenamento|Note dell'allenamento"
        "|Note sull'allenamento|Note workout|Workoutnotities|Trainingsnotities|Notities training"
        "|Träningsanteckningar|Anteckningar om träning|Anteckningar för träningspass"
        "|Træningsnoter|Noter til træning|Treningsnotater|Notater om trening|Notater for trening"
        "|Notatki z treningu|Notatki treningowe|Uwagi do treningu|Заметки о тренировке"  # noqa: RUF001  Russian
        "|Заметки к тренировке|Заметки тренировки|ワークアウトメモ|ワークアウトのメモ"
        "|トレーニングメモ|ワークアウトノート|운동 메모|训练备注"
    ),
    Field.LENGTH: (
        "Duration|Workout Duration|Durée|Durée de l'entraînement|Dauer|Workout-Dauer"
        "|Trainingsdauer|Duração|Duração do treino|Duración|Duración del entrenamiento|Durata"
        "|Durata allenamento|Durata dell'allenamento|Duur|Workoutduur|Trainingsduur|Varaktighet"
        "|Längd|Träningslängd|Varighed|Træningsvarighed|Varighet|Treningsvarighet|Czas trwania"
        "|Czas trwania treningu|Длительность|Продолжительность|Длительность тренировки"
        "|Продолжительность тренировки|時間|所要時間|継続時間|ワークアウト時間|기간|时长"
    ),
    Field.RPE: "RPE",
    Field.KG: "kg|кг",
    Field.LB: "lb|lbs",
    Field.KM: "km|км",
    Field.MILES: "mi|mi.|miles",
}

# A unit behind a name says the same as a column of units.
WITH_UNIT: dict[Field, dict[Field, tuple[str, ...]]] = {
    Field.WEIGHT: {Field.KG: ("kg", "kgs", "кг"), Field.LB: ("lb", "lbs")},
    Field.DISTANCE: {
        Field.METRES: ("m", "meters", "metres", "mètres", "metros", "Meter", "metri", "метры"),
        Field.KM: ("km", "км"),
        Field.MILES: ("mi", "miles"),
    },
    Field.LENGTH: {Field.LENGTH: ("sec", "s", "seg", "Sek", "sek", "сек", "秒")},
}


def _names() -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field, names in WORDS.items():
        for name in names.split("|"):
            found[column_key(name)] = field
            for with_unit, units in WITH_UNIT.get(field, {}).items():
                found.update(dict.fromkeys((column_key(name + unit) for unit in units), with_unit))
    return found


NAMES = _names()
