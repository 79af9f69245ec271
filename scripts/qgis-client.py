#!/usr/bin/python3
"""Asks a running service as QGIS does, and prints what QGIS understood as JSON: its Nominatim geocoder, and its layer of
OGC API Features. For Debian's QGIS (package python3-qgis, 3.22 or later) and its own Python.
  QT_QPA_PLATFORM=offscreen scripts/qgis-client.py http://localhost:8080 白坝镇 streets
"""
import json
import sys

from qgis.core import (
    QgsApplication, QgsCoordinateTransformContext, QgsDataSourceUri, QgsFeatureRequest, QgsGeocoderContext,
    QgsNominatimGeocoder, QgsVectorLayer)

base, text, collection = sys.argv[1:4]
QgsApplication.setPrefixPath('/usr', True)
qgis = QgsApplication([], False)  # everything below ends with it
qgis.initQgis()

context = QgsGeocoderContext(QgsCoordinateTransformContext())
found = [
    {'name': hit.identifier(), 'crs': hit.crs().authid(), 'lon': hit.geometry().asPoint().x(),
     'lat': hit.geometry().asPoint().y(), 'holds': hit.viewport().contains(hit.geometry().asPoint()),
     **hit.additionalAttributes()}
    for hit in QgsNominatimGeocoder('', base + '/nominatim/search').geocodeString(text, context) if hit.isValid()]

source = QgsDataSourceUri()
source.setParam('url', base + '/ogc/')
source.setParam('typename', collection)
layer = QgsVectorLayer(source.uri(False), collection, 'OAPIF')
features = layer.dataProvider().getFeatures(QgsFeatureRequest().setLimit(20)) if layer.isValid() else []
print(json.dumps({
    'geocoder': found,
    'layer': {'valid': layer.isValid(), 'crs': layer.crs().authid(), 'names': [feature['name'] for feature in features]},
}, ensure_ascii=False))
