// Draws the features of the page; what it draws is the page's own address as GeoJSON.
'use strict'
const box = document.getElementById('map')
if (box && window.L) {
  const map = L.map(box, { preferCanvas: true, attributionControl: false }).setView([23, 113.5], 8)
  const style = { color: '#1f6fb2', weight: 2, fillOpacity: 0.12 }
  const point = (feature, at) => L.circleMarker(at, { radius: 5, color: '#1f6fb2', weight: 1.5, fillOpacity: 0.5 })
  const title = (feature) => {
    const p = feature.properties || {}
    return String(p.name || (p.streetName || '') + (p.numberText || '') || p.officialNumber || feature.id)
  }
  const label = (feature) => {
    const words = document.createElement('span')
    words.textContent = title(feature)
    return words
  }
  fetch(box.dataset.source, { headers: { Accept: 'application/geo+json' } })
    .then((answer) => answer.json())
    .then((data) => {
      const layer = L.geoJSON(data, {
        style,
        pointToLayer: point,
        onEachFeature: (feature, drawn) => drawn.bindTooltip(label(feature)),
      }).addTo(map)
      const bounds = layer.getBounds()
      if (bounds.isValid()) map.fitBounds(bounds, { maxZoom: 16, padding: [20, 20] })
      L.control.scale({ imperial: false }).addTo(map)
    })
}
