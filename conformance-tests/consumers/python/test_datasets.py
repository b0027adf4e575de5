from conftest import call


def test_a_dataset_is_created(world):
    token = world.user("ada@example.com")["bearerToken"]

    dataset = call(
        world.url + "/v2/public/datasets",
        "POST",
        {"title": "From Python", "createBackingFolder": True, "legacyCall": False},
        token,
    )

    assert dataset["datasetUuid"]
    assert [entry["operation"] for entry in world.journal()] == ["createDataset"]


def test_another_world_sees_nothing_of_it(world):
    assert world.journal() == []
