package cn.diming.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** leaflet-control-geocoder as it comes from npm, pointed at us: every call it makes to Nominatim and Photon. */
class GeocoderClientTest {

    private static final Path CLIENT =
            Path.of("../web-map/node_modules/leaflet-control-geocoder/dist/Control.Geocoder.js");
    private static final String TOWN = "白坝镇";

    private final DemoSite site = DemoSite.running();
    private Visit visit = site.desk();

    @BeforeEach
    void loadTheClient() throws IOException {
        visit.close();
        visit = site.desk();
        visit.openMap("");
        visit.page.evaluate("() => {" + Files.readString(CLIENT) + "\n}");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void itsNominatimFindsAndGoesBack() {
        Map<?, ?> seen =
                ask("new geocoders.Nominatim({serviceUrl: location.origin + '/nominatim/', htmlTemplate: undefined})");
        assertThat(String.valueOf(seen.get("name"))).contains(TOWN).contains("云溪县");
        assertThat(String.valueOf(seen.get("html"))).contains(TOWN);
        assertThat(String.valueOf(seen.get("suggested"))).contains(TOWN);
        assertThat(String.valueOf(seen.get("back"))).contains("云溪县");
        assertThat((Boolean) seen.get("inside")).isTrue();
        assertThat(visit.troubles()).isEmpty();
    }

    @Test
    void itsPhotonFindsSuggestsAndGoesBack() {
        Map<?, ?> seen = ask(
                "new geocoders.Photon({serviceUrl: location.origin + '/photon/api/', reverseUrl: location.origin + '/photon/reverse/'})");
        assertThat(String.valueOf(seen.get("name"))).contains(TOWN);
        assertThat(String.valueOf(seen.get("suggested"))).contains(TOWN);
        assertThat(String.valueOf(seen.get("back"))).isNotEmpty();
        assertThat(visit.troubles()).isEmpty();
    }

    @Test
    void itsControlOnAMapShowsTheAnswer() {
        Object text = visit.page.evaluate("""
                async () => {
                  const { geocoders, Geocoder } = window['leaflet-control-geocoder']
                  const holder = document.createElement('div')
                  holder.style.cssText = 'position:fixed;inset:0;z-index:9999'
                  document.body.append(holder)
                  const map = L.map(holder, { center: [30.63, 117.71], zoom: 12 })
                  const control = new Geocoder({ geocoder: new geocoders.Nominatim({ serviceUrl: location.origin + '/nominatim/' }), defaultMarkGeocode: true }).addTo(map)
                  const done = new Promise((resolve) => control.on('finishgeocode', ({ results }) => resolve(results[0]?.name ?? 'empty')))
                  const input = holder.querySelector('input')
                  input.value = '云溪县白坝镇'
                  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true }))
                  return await Promise.race([done, new Promise((resolve) => setTimeout(() => resolve('nothing'), 15000))])
                }""");
        assertThat(text.toString()).contains(TOWN);
        assertThat(visit.troubles()).isEmpty();
    }

    private Map<?, ?> ask(String geocoder) {
        return (Map<?, ?>) visit.page.evaluate("""
                async (town) => {
                  const { geocoders } = window['leaflet-control-geocoder']
                  const map = L.map(document.createElement('div'), { center: [30.63, 117.71], zoom: 12.5, zoomSnap: 0 })
                  const geocoder = %s
                  const found = await geocoder.geocode(town, { map })
                  const suggests = geocoder instanceof geocoders.Photon // the client refuses to suggest by Nominatim
                  const suggested = suggests ? await geocoder.suggest(town, { map }) : found
                  const at = found[0].center
                  const back = await geocoder.reverse({ lat: at.lat, lng: at.lng }, 256 * 2 ** 16)
                  return {
                    name: found[0].name, html: found[0].html ?? found[0].name, suggested: suggested[0].name,
                    back: back.map(({ name }) => name).join(), inside: found[0].bbox.isValid(),
                  }
                }""".formatted(geocoder), TOWN);
    }
}
