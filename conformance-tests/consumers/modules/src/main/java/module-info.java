module com.example.app {
    requires io.encord4j.client;
}
